# Trim and fill at REML with metafor's own iteration carried to 1e-13; the reference files used its default, 1e-5.
# Rscript tests/evidence/small_study/trim_and_fill_to_rounding.R tests/evidence/reference > tests/evidence/small_study/trim_and_fill_to_rounding.json
suppressMessages(library(metafor))
folder <- commandArgs(TRUE)[1]
number <- function(x) paste0("[", paste(formatC(x, digits = 15, format = "g"), collapse = ", "), "]")
lines <- character()
for (file in sort(list.files(folder, pattern = "rows.csv$"))) {
  id <- sub(".rows.csv", "", file, fixed = TRUE)
  expected <- paste(readLines(file.path(folder, paste0(id, ".expected.json"))), collapse = "")
  if (!grepl("trim_and_fill", expected) || id == "edge_equal_variances") next
  rows <- read.csv(file.path(folder, file))
  control <- list(threshold = 1e-13, maxiter = 100000, stepadj = 0.5)
  fit <- rma(yi, vi, data = rows, method = "REML", control = control)
  for (estimator in c("L0", "R0")) {
    one <- trimfill(fit, estimator = estimator, control = control)
    filled <- if (one$k0 > 0) one$yi[one$fill] else numeric()
    lines <- c(lines, sprintf('"%s REML_%s": {"k0": %d, "estimate": %.15g, "se": %.15g, "ci_low": %.15g, "ci_high": %.15g, "tau2": %.15g, "filled_yi": %s}',
      id, estimator, as.integer(one$k0), one$beta, one$se, one$ci.lb, one$ci.ub, one$tau2, number(filled)))
  }
}
cat("{\n", paste(lines, collapse = ",\n"), "\n}\n", sep = "")
