# Makes the golden values of the LASSO: synthetic tables with correlated columns, and what R's glmnet
# says of them with a tolerance tight enough that its answer is the minimum.
#
#   apt-get install r-base-core r-cran-glmnet       (R 4.2.2, glmnet 4.1-6)
#   Rscript model-zoo/src/test/golden/make_lasso_golden.R model-zoo/src/test/resources/golden/lasso.json

library(glmnet)
suppressWarnings(RNGversion("4.0.0"))

num <- function(v) paste0("[", paste(sprintf("%.15g", v), collapse = ","), "]")
int <- function(v) paste0("[", paste(as.integer(v), collapse = ","), "]")
rows <- function(m, f) paste0("[", paste(apply(m, 1, f), collapse = ","), "]")
field <- function(name, value) sprintf('"%s":%s', name, value)

table_of <- function(cases, features, classes, seed) {
  set.seed(seed)
  hidden <- matrix(rnorm(cases * 6), cases)
  x <- hidden %*% matrix(rnorm(6 * features), 6) + matrix(rnorm(cases * features), cases)
  # Radiomics features differ by orders of magnitude and have offsets.
  x <- sweep(sweep(x, 2, 10^runif(features, -2, 3), "*"), 2, 10^runif(features, -1, 3), "+")
  x <- signif(x, 5)
  score <- cbind(0, hidden[, seq_len(classes - 1)] * 1.2)
  y <- apply(score + matrix(-log(-log(runif(cases * classes))), cases), 1, which.max) - 1
  list(x = x, y = y, folds = sample(rep(0:4, length.out = cases)))
}

coefficients_at <- function(fit, i, classes) {
  if (classes == 2) return(rows(t(as.matrix(coef(fit)[, i])), num))
  rows(t(sapply(coef(fit), function(b) as.matrix(b)[, i])), num)
}

described <- function(cases, features, classes, seed) {
  data <- table_of(cases, features, classes, seed)
  family <- if (classes == 2) "binomial" else "multinomial"
  fit <- glmnet(data$x, factor(data$y), family = family, thresh = 1e-15, maxit = 1e7)
  # Given the penalties, every fold is fitted at exactly these.
  cv <- cv.glmnet(data$x, factor(data$y), family = family, foldid = data$folds + 1,
                  lambda = fit$lambda, type.measure = "deviance", thresh = 1e-15, maxit = 1e7)
  at <- unique(c(seq(1, length(fit$lambda), by = 12), which(fit$lambda == cv$lambda.min),
                 which(fit$lambda == cv$lambda.1se)))
  paste0("{", paste(c(
    field("classes", classes),
    field("x", rows(data$x, num)), field("y", int(data$y)), field("folds", int(data$folds)),
    field("penalties", num(fit$lambda)), field("devianceRatios", num(fit$dev.ratio)),
    field("at", int(at - 1)),
    field("coefficients", paste0("[", paste(sapply(at, function(i)
      coefficients_at(fit, i, classes)), collapse = ","), "]")),
    field("deviances", num(cv$cvm)), field("standardErrors", num(cv$cvsd)),
    field("best", which(fit$lambda == cv$lambda.min) - 1),
    field("sparse", which(fit$lambda == cv$lambda.1se) - 1)), collapse = ","), "}")
}

out <- commandArgs(trailingOnly = TRUE)[1]
writeLines(paste0("{", field("origin", sprintf('"make_lasso_golden.R with glmnet %s"',
                                               packageVersion("glmnet"))), ",",
                  field("binomial", described(150, 15, 2, 1)), ",",
                  field("more features than cases", described(50, 70, 2, 2)), ",",
                  field("multinomial", described(120, 20, 3, 3)), "}"), out)
