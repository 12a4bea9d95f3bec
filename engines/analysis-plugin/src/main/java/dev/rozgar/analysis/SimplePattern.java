package dev.rozgar.analysis;

import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.pattern.SimplePatternTokenizer;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.RegExp;
import org.elasticsearch.plugin.Inject;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.TokenizerFactory;
import org.elasticsearch.plugin.settings.AnalysisSettings;
import org.elasticsearch.plugin.settings.StringSetting;

/// `simple_pattern`: a word is what the regular expression `pattern` matches, leftmost and longest, in Lucene's own
/// language of expressions; each character is looked at once.
///
/// As on a full distribution, a pattern that does not say at each character where it goes on is refused. Here the
/// index is refused, there the first text.
@NamedComponent("simple_pattern")
public final class SimplePattern implements TokenizerFactory {
    /// Made once; a tokenizer is made for each field that each thread analyses.
    private final Automaton pattern;

    @Inject
    public SimplePattern(Settings settings) {
        this.pattern = new RegExp(settings.pattern()).toAutomaton();
        if (!pattern.isDeterministic()) throw new IllegalArgumentException("simple_pattern must be deterministic");
    }

    @Override
    public Tokenizer create() {
        return new SimplePatternTokenizer(pattern);
    }

    /// What an index may set.
    @AnalysisSettings
    public interface Settings {
        @StringSetting(path = "pattern", defaultValue = "")
        String pattern();
    }
}
