// Offers a search for the last part of an address that isn't there: it may have been that of a name.

const place = document.getElementById("missing");

const readLastPart = () => {
  try {
    return decodeURIComponent(location.pathname).split("/").findLast(Boolean) ?? "";
  } catch {
    return "";
  }
};

const words = readLastPart().replace(/\.\w+$/, "").replaceAll(/[-_+]+/g, " ").trim();
if (words) {
  const link = document.createElement("a");
  link.href = `${place.dataset.search}?q=${encodeURIComponent(words)}`;
  link.textContent = place.dataset.words.replace("{words}", words);
  place.append(link);
}
