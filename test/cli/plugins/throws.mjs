throw new Error('a reason of its own');
