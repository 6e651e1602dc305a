namespace AuthApi.Analyzers.Protocols.AdobePass;

/// <summary>
/// Finds the documented path that a misspelt or incomplete one is one edit away from: a wrong, missing, additional or swapped character in one word,
/// a missing or additional segment, the leading segments lost in a join with a base address, or the base repeated.
/// </summary>
internal static class NearestPath
{
    // Words that many paths share: agreeing in these alone says nothing.
    private static readonly string[] SharedWords = ["api", "v1", "v2", "o", "client"];

    // Not in the catalogue, and still no mistake: named in the throttle's list, and the logout of the V2 FAQ's migration table.
    private static readonly string[][] Tolerated =
    [
        ["o", "client", "scopes"], ["o", "client", "validate"], ["api", "v2", "{serviceProvider}", "logout"],
    ];

    /// <summary>The suggestion, or null when none or several are equally near.</summary>
    internal static PathSuggestion? Find(ServiceUrl url)
    {
        var written = Words(url);
        if (written.Count == 0 || Tolerated.Any(template => Agreement(written.Select(part => part.Text).ToArray(), template) >= 0))
        {
            return null;
        }

        var candidates = Endpoints.All.Where(endpoint => endpoint.IsDocumented)
            .Select(endpoint => endpoint.Segments).GroupBy(static segments => string.Join("/", segments))
            .Select(group => Best(url, written, [.. group.First()], group.Key))
            .Where(static candidate => candidate.Suggestion is not null)
            .ToArray();
        var best = candidates.Length == 0 ? 0 : candidates.Max(static candidate => candidate.Score);
        var nearest = Array.FindAll(candidates, candidate => candidate.Score == best);
        return nearest.Length == 1 ? nearest[0].Suggestion : null;
    }

    // The path in words; behind an unknown base or on a gateway, from the first word that starts a documented path.
    private static List<UrlPart> Words(ServiceUrl url)
    {
        var words = url.Segments.ToList();
        if (!AdobePassHosts.IsAdobePassHost(url.Host) && words.FindIndex(static word => word.Text is "reggie" or "api" or "o") is > 0 and var first)
        {
            words.RemoveRange(0, first);
        }

        if (words.Count > 0)
        {
            var last = words[words.Count - 1];
            words[words.Count - 1] = last with { Text = EndpointMatch.WithoutFormat(last.Text) };
        }

        return words;
    }

    private static (PathSuggestion? Suggestion, int Score) Best(ServiceUrl url, List<UrlPart> written, string[] template, string path)
    {
        var words = written.Select(static part => part.Text).ToArray();
        var best = (Suggestion: (PathSuggestion?)null, Score: -1);
        if (words.Length == template.Length)
        {
            for (var index = 0; index < words.Length; index++)
            {
                if (!Endpoint.IsParameter(template[index]) && IsMisspelling(words[index], template[index]))
                {
                    Consider(Agreement(With(words, index, template[index]), template) - 1, new(path, written[index].Start, words[index].Length, template[index]));
                }
            }
        }

        if (words.Length == template.Length - 1)
        {
            for (var index = 0; index < template.Length; index++)
            {
                if (!MayHold(url, words, index))
                {
                    Consider(Agreement(words, Without(template, index)), Insertion(written, template, index, path));
                }
            }
        }
        else if (words.Length < template.Length && !url.HasUnknownBase && !Endpoint.IsParameter(template[template.Length - words.Length])
            && AdobePassHosts.Classify(url.Host)?.Role == AdobePassRole.Api)
        {
            var lost = template.Take(template.Length - words.Length).ToArray();
            Consider(
                Agreement(words, [.. template.Skip(lost.Length)]),
                new(path, written[0].Start, 0, lost.Any(Endpoint.IsParameter) ? null : string.Join("/", lost) + "/"));
        }

        if (words.Length == template.Length + 1)
        {
            for (var index = 0; index < words.Length; index++)
            {
                if (!UnknownText.HasHole(words[index]))
                {
                    Consider(Agreement(Without(words, index), template), Removal(written, index, path));
                }
            }
        }

        var repeated = words.Length - template.Length;
        if (repeated > 0 && repeated < template.Length && words.Take(repeated).SequenceEqual(template.Take(repeated)))
        {
            Consider(Agreement([.. words.Skip(repeated)], template), new(path, written[0].Start, written[repeated].Start - written[0].Start, ""));
        }

        return best;

        void Consider(int score, PathSuggestion suggestion)
        {
            if (score > best.Score)
            {
                best = (suggestion, score);
            }
        }
    }

    /// <summary>Twice the number of words in which a path agrees with a template, or -1 when it does not fit or agrees in shared words only.</summary>
    private static int Agreement(string[] words, string[] template)
    {
        if (words.Length != template.Length)
        {
            return -1;
        }

        var agreeing = 0;
        var own = false;
        for (var index = 0; index < words.Length; index++)
        {
            if (!Endpoint.IsParameter(template[index]))
            {
                if (words[index] != template[index])
                {
                    return -1;
                }

                agreeing++;
                own |= !SharedWords.Contains(template[index]);
            }
        }

        return own ? 2 * agreeing : -1;
    }

    // A hole beside the gap can hold the missing segment; so can an unknown base before the first.
    private static bool MayHold(ServiceUrl url, string[] words, int gap) =>
        (gap == 0 ? url.HasUnknownBase : UnknownText.HasHole(words[gap - 1])) || (gap < words.Length && UnknownText.HasHole(words[gap]));

    private static PathSuggestion Insertion(List<UrlPart> written, string[] template, int index, string path)
    {
        var word = Endpoint.IsParameter(template[index]) ? null : template[index];
        var last = written[written.Count - 1];
        return index < written.Count
            ? new(path, written[index].Start, 0, word is null ? null : word + "/")
            : new(path, last.Start + last.Text.Length, 0, word is null ? null : "/" + word);
    }

    private static PathSuggestion Removal(List<UrlPart> written, int index, string path)
    {
        if (index + 1 < written.Count)
        {
            return new(path, written[index].Start, written[index + 1].Start - written[index].Start, "");
        }

        var previous = written[index - 1];
        var start = previous.Start + previous.Text.Length;
        return new(path, start, written[index].Start + written[index].Text.Length - start, "");
    }

    private static string[] Without(string[] words, int index) => [.. words.Take(index), .. words.Skip(index + 1)];

    private static string[] With(string[] words, int index, string word) => [.. words.Take(index), word, .. words.Skip(index + 1)];

    /// <summary>Whether two different words differ in letter case only, or in one character: wrong, missing, additional, or swapped with its neighbour.</summary>
    internal static bool IsMisspelling(string written, string word)
    {
        if (written == word || UnknownText.HasHole(written))
        {
            return false;
        }

        if (string.Equals(written, word, StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        var same = 0;
        while (same < written.Length && same < word.Length && written[same] == word[same])
        {
            same++;
        }

        return (written.Length - word.Length) switch
        {
            0 => EndsAlike(same + 1, same + 1)
                || (same + 1 < word.Length && written[same] == word[same + 1] && written[same + 1] == word[same] && EndsAlike(same + 2, same + 2)),
            1 => EndsAlike(same + 1, same),
            -1 => EndsAlike(same, same + 1),
            _ => false,
        };

        bool EndsAlike(int fromWritten, int fromWord) => written.Substring(fromWritten) == word.Substring(fromWord);
    }
}
