# Makes the golden values of DeLong's intervals and tests (package pROC) and of tests that R has itself,
# for the cases that make_stats_golden.py wrote.
#
#   apt-get install r-base-core r-cran-proc r-cran-jsonlite      (R 4.2.2, pROC 1.18.0, jsonlite 1.8.4)
#   cd shared-inference/src/test && Rscript golden/make_stats_golden.R

suppressMessages({ library(pROC); library(jsonlite) })
folder <- "resources/golden"
sets <- fromJSON(file.path(folder, "statistics.json"), simplifyDataFrame = FALSE)$binary
names(sets) <- sapply(sets, function(s) s$name)

curve <- function(s, model) roc(s$y, s[[model]], levels = c(0, 1), direction = "<", quiet = TRUE)

# Where both curves vary nowhere pROC has no test.
test_of <- function(a, b, paired) {
  t <- suppressWarnings(roc.test(a, b, method = "delong", paired = paired))
  list(statistic = unname(t$statistic), p = t$p.value,
       df = if (paired) NULL else unname(t$parameter),
       interval = if (is.null(t$conf.int)) NULL else as.numeric(t$conf.int))
}

# Groups between quantiles (type 7), as ResourceSelection::hoslem.test makes them.
hosmer_lemeshow <- function(s) {
  p <- s$a; y <- s$y
  edges <- unique(quantile(p, probs = seq(0, 1, 0.1)))
  if (length(edges) < 4) return(NULL)
  group <- cut(p, breaks = edges, include.lowest = TRUE)
  observed <- xtabs(cbind(1 - y, y) ~ group)
  expected <- xtabs(cbind(1 - p, p) ~ group)
  chisq <- sum((observed - expected)^2 / expected)
  g <- length(edges) - 1
  list(chiSquare = chisq, groups = g,
       fitted = pchisq(chisq, g - 2, lower.tail = FALSE), new = pchisq(chisq, g, lower.tail = FALSE))
}

described <- function(s) {
  a <- curve(s, "a"); b <- curve(s, "b")
  found <- list(name = s$name, auc = as.numeric(auc(a)), variance = suppressWarnings(var(a)),
                interval = as.numeric(suppressWarnings(ci.auc(a, method = "delong"))),
                paired = test_of(a, b, TRUE), identical = test_of(a, a, TRUE))
  hl <- hosmer_lemeshow(s)
  if (!is.null(hl)) found$hosmerLemeshow <- hl
  found
}

pair <- function(first, second) {
  c(list(first = first, second = second),
    test_of(curve(sets[[first]], "a"), curve(sets[[second]], "a"), FALSE))
}

mcnemars <- lapply(list(c(1, 0), c(3, 9), c(12, 12), c(5, 20), c(40, 61)), function(bc) {
  m <- mcnemar.test(matrix(c(7, bc[2], bc[1], 4), 2), correct = TRUE)
  list(pair = bc, statistic = unname(m$statistic), p = m$p.value,
       exact = binom.test(bc[1], sum(bc), 0.5)$p.value)
})

shares <- lapply(list(c(0, 1), c(0, 20), c(20, 20), c(1, 7), c(36, 43), c(33, 43), c(914, 1018)), function(hn) {
  list(hits = hn[1], n = hn[2], clopperPearson = as.numeric(binom.test(hn[1], hn[2])$conf.int),
       wilson = as.numeric(suppressWarnings(prop.test(hn[1], hn[2], correct = FALSE))$conf.int))
})

content <- list(
  origin = sprintf("make_stats_golden.R with R %s and pROC %s", getRversion(), packageVersion("pROC")),
  binary = unname(lapply(sets, described)),
  unpaired = list(pair("random", "unbalanced"), pair("random", "tied"), pair("unbalanced", "tiny"),
                  pair("perfect", "tied")),
  mcNemar = mcnemars, proportions = shares)
writeLines(toJSON(content, auto_unbox = TRUE, digits = I(17), na = "null", null = "null"), file.path(folder, "proc.json"))
