package dev.rozgar.analysis;

import java.util.regex.Pattern;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.pattern.PatternTokenizer;
import org.elasticsearch.plugin.Inject;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.TokenizerFactory;
import org.elasticsearch.plugin.settings.AnalysisSettings;
import org.elasticsearch.plugin.settings.StringSetting;

/// `pattern`: splits where the regular expression `pattern` matches, between words by default.
@NamedComponent("pattern")
public final class PatternSplit implements TokenizerFactory {
    private static final int SPLIT = -1;

    private final Pattern pattern;

    @Inject
    public PatternSplit(Settings settings) {
        this.pattern = Pattern.compile(settings.pattern());
    }

    @Override
    public Tokenizer create() {
        return new PatternTokenizer(pattern, SPLIT);
    }

    /// What an index may set.
    @AnalysisSettings
    public interface Settings {
        @StringSetting(path = "pattern", defaultValue = "\\W+")
        String pattern();
    }
}
