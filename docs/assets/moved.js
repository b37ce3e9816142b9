// The page at an address that an article once had: it leads on with the paragraph that the address names.
const { address } = document.currentScript.dataset;
location.replace(new URL(address + location.hash, location.href));
