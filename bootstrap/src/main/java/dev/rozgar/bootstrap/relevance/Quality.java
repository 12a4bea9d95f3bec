package dev.rozgar.bootstrap.relevance;

import java.util.List;

/// How good an order is, from 0 to 1.
///
/// @param ndcg normalised discounted cumulative gain of the first ten (Järvelin and Kekäläinen 2002; gains
/// 2^grade − 1, so that one job that is exactly right outweighs two that would do)
/// @param mrr  one by the place of the first job that would at least do (grade 2)
record Quality(double ndcg, double mrr) {
    static final int DEEP = 10;
    private static final int WANTED = 2;

    /// @param shown grades in the order of the answer
    /// @param all   grades of all jobs that fulfil the filters
    static Quality of(List<Integer> shown, List<Integer> all) {
        double ideal = gain(all.stream().sorted((a, b) -> b - a).toList());
        if (ideal == 0) throw new IllegalArgumentException("no job is worth anything");
        return new Quality(gain(shown) / ideal, reciprocal(shown));
    }

    static Quality mean(List<Quality> each) {
        return new Quality(
                each.stream().mapToDouble(Quality::ndcg).average().orElse(0),
                each.stream().mapToDouble(Quality::mrr).average().orElse(0));
    }

    private static double gain(List<Integer> grades) {
        double sum = 0;
        for (int i = 0; i < Math.min(DEEP, grades.size()); i++)
            sum += ((1 << grades.get(i)) - 1) * Math.log(2) / Math.log(i + 2);
        return sum;
    }

    private static double reciprocal(List<Integer> grades) {
        for (int i = 0; i < Math.min(DEEP, grades.size()); i++) if (grades.get(i) >= WANTED) return 1.0 / (i + 1);
        return 0;
    }
}
