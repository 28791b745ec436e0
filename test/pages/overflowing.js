/** Runs in the page, as an expression: what is wider than its room, and who has left the stage. */
(() => {
  const wide = [
    'html',
    'body',
    'main',
    '.choice',
    '.show',
    '.theatre',
    '.caption',
    '.bar',
    '.lesson',
    '.lesson *',
  ]
    .flatMap((selector) => [...document.querySelectorAll(selector)])
    .filter((element) => element.scrollWidth > element.clientWidth + 1);
  const stage = document.querySelector('.stage').getBoundingClientRect();
  const outside = [...document.querySelectorAll('.person, .hub, .frame, .bubble')].filter((element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    return (
      left < stage.left - 1 || right > stage.right + 1 || top < stage.top - 1 || bottom > stage.bottom + 1
    );
  });
  return [...wide, ...outside].map(({ tagName, className }) => `${tagName}.${className}`);
})();
