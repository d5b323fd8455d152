# Fits by metafor, each loop timed by itself: with its defaults; the numbers are of its iteration carried to 1e-12.
# Rscript evidence_peers.R FOLDER: FOLDER holds <name>.csv with columns set, yi, vi. Prints one line of JSON for each.
suppressMessages(library(metafor))
folder <- commandArgs(TRUE)[1]
tight <- list(threshold = 1e-12, maxiter = 10000)
number <- function(x) {
  said <- paste(formatC(unlist(x), digits = 15, format = "g"), collapse = ",")
  paste0("[", gsub("NA", "null", said), "]")
}
fit <- function(one, ...) rma(one$yi, one$vi, method = "REML", test = "knha", ...)
nothing <- list(beta = NA, se = NA, tau2 = NA)
# Where the iteration gives up, it is tried again with half steps; where that gives up too there is no number.
carefully <- function(one, control = tight) tryCatch(
  fit(one, control = control),
  error = function(e) tryCatch(fit(one, control = c(control, stepadj = 0.5)), error = function(e) nothing)
)
timed <- function(work) try(work(), silent = TRUE)
for (path in list.files(folder, pattern = "csv$", full.names = TRUE)) {
  name <- sub(".csv", "", basename(path), fixed = TRUE)
  sets <- split(read.csv(path), read.csv(path)$set)
  if (startsWith(name, "peaks")) {
    start <- if (name == "peaks_inner") list(tau2.init = 0.3)
    fits <- lapply(sets, carefully, control = c(tight, start))
    seconds <- 0
  } else if (startsWith(name, "leave")) {
    seconds <- system.time(for (one in sets) timed(function() leave1out(fit(one))))[["elapsed"]] / sum(sapply(sets, nrow))
    fits <- do.call(c, lapply(sets, function(one) lapply(seq_len(nrow(one)), function(out) carefully(one[-out, ]))))
  } else {
    warm <- carefully(sets[[1]])
    seconds <- system.time(for (one in sets) timed(function() fit(one)))[["elapsed"]] / length(sets)
    fits <- lapply(sets, carefully)
  }
  cat(sprintf('{"name": "%s", "seconds_a_fit": %.9g, "estimate": %s, "se": %s, "tau2": %s}\n', name, seconds,
    number(lapply(fits, function(x) x$beta[1])), number(lapply(fits, function(x) x$se)), number(lapply(fits, function(x) x$tau2))))
}
cat(sprintf('{"name": "version", "metafor": "%s"}\n', packageVersion("metafor")))
