# Makes the golden values of DeLong's intervals and tests (package pROC) and of exact binomial intervals (R
# itself) for the tables that make_evaluation_golden.py wrote.
#
#   apt-get install r-base-core r-cran-proc r-cran-jsonlite      (R 4.2.2, pROC 1.18.0, jsonlite 1.8.4)
#   cd model-zoo/src/test && Rscript golden/make_evaluation_golden.R

suppressMessages({ library(pROC); library(jsonlite) })
folder <- "resources/golden/evaluate"

described <- function(file) {
  all <- read.csv(file)
  classes <- grep("^p_", names(all), value = TRUE)
  a <- all[all$model == "a", ]; b <- all[all$model == "b", ]
  stopifnot(all(a$case == b$case))
  of_class <- function(column) {
    key <- sub("^p_", "", column)
    y <- as.integer(a$label == key)
    curve <- function(d) roc(y, d[[column]], levels = c(0, 1), direction = "<", quiet = TRUE)
    first <- curve(a); second <- curve(b)
    test <- suppressWarnings(roc.test(first, second, method = "delong", paired = TRUE))
    list(class = key,
         a = as.numeric(suppressWarnings(ci.auc(first, method = "delong"))),
         b = as.numeric(suppressWarnings(ci.auc(second, method = "delong"))),
         z = unname(test$statistic), p = test$p.value)
  }
  exact <- function(d) {
    right <- classes[max.col(as.matrix(d[classes]), ties.method = "first")] == paste0("p_", d$label)
    as.numeric(binom.test(sum(right), nrow(d))$conf.int)
  }
  list(name = sub("[.]csv$", "", basename(file)), classes = lapply(classes, of_class),
       accuracy = list(a = exact(a), b = exact(b)))
}

sets <- lapply(sort(list.files(folder, "[.]csv$", full.names = TRUE)), described)
origin <- sprintf("make_evaluation_golden.R with R %s, pROC %s", getRversion(), packageVersion("pROC"))
write(toJSON(list(origin = origin, sets = sets), auto_unbox = TRUE, digits = I(17), pretty = 1),
      file.path(folder, "proc.json"))
