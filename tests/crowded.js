() => {
  const TARGETS = "a[href], button, input:not(.md-toggle), select, summary, label[for='__drawer'], label.md-header__button";
  const isInSentence = (one) => getComputedStyle(one).display === "inline"
    && [...one.parentElement.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && /\p{L}{2}/u.test(node.data));
  const top = [...document.querySelectorAll("dialog[open]")].at(-1) ?? document;
  const targets = [...top.querySelectorAll(TARGETS)]
    .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest("[aria-hidden=true]"))
    .map((one) => ({ one, box: one.getBoundingClientRect() }))
    // Neither what is hidden beside the screen nor what shows itself at the top by the keyboard only.
    .filter(({ box }) => box.width > 0 && box.right > 0 && box.left < innerWidth && box.bottom > 0);
  const isSmall = ({ box }) => box.width < 24 || box.height < 24;
  const toMiddle = ({ box: { left, top: up, width, height } }) => [left + width / 2, up + height / 2];
  const isCrowded = (target, other) => {
    const [x, y] = toMiddle(target);
    if (isSmall(other)) {
      const [otherX, otherY] = toMiddle(other);
      return Math.hypot(otherX - x, otherY - y) < 24;
    }
    const { left, right, top: up, bottom } = other.box;
    return Math.hypot(Math.max(left - x, 0, x - right), Math.max(up - y, 0, y - bottom)) < 12;
  };
  const nests = (one, other) => one.contains(other) || other.contains(one);
  return targets.filter((target) => isSmall(target) && !isInSentence(target.one)
    && targets.some((other) => other !== target && !nests(target.one, other.one) && isCrowded(target, other)))
    .map(({ one, box }) => `${one.outerHTML.slice(0, 80)}: ${Math.round(box.width)} × ${Math.round(box.height)}`);
}
