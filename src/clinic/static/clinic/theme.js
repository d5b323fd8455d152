// For the page that opens without a network and is the same for everybody: it learns here how bright to be. It runs
// before the page is drawn, so nothing flashes. All other pages are told by the server.
{
  const found = /(?:^|; )theme=(light|dark|dim)(?:;|$)/.exec(document.cookie);
  if (found) document.documentElement.dataset.theme = found[1];
}
