/** Parts that hang, throw and answer what is no answer. */
const part = (id, layer) => ({
  id,
  title: `A part that ${id}`,
  protects: 'nothing',
  leavesOpen: 'everything',
  stage: 'mac',
  layer,
});
const same = { seal: (body) => body, open: (body) => ({ ok: true, body }) };

export default {
  parts: [
    part('open-spins', () => ({
      ...same,
      open: () => {
        for (;;);
      },
    })),
    part('layer-throws', () => {
      throw new Error('no layer today');
    }),
    part('open-throws', () => ({
      ...same,
      open: () => {
        throw new Error('no');
      },
    })),
    part('open-answers-text', () => ({ ...same, open: () => ({ ok: true, body: 'text' }) })),
    part('open-answers-nothing', () => ({ ...same, open: () => undefined })),
    part('seal-answers-a-number', () => ({ ...same, seal: () => 7 })),
  ],
};
