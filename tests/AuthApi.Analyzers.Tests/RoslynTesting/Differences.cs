using System.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Shows how texts differ, line by line, with the invisible characters made visible where only they differ.</summary>
internal static class Differences
{
    public static string Show(EvaluatedSolution expected, EvaluatedSolution actual)
    {
        var wanted = Files(expected);
        var found = Files(actual);
        var text = new StringBuilder();
        foreach (var file in wanted.Keys.Union(found.Keys).Order(StringComparer.Ordinal))
        {
            if (!found.TryGetValue(file, out var actualText))
                text.AppendLine($"{file}: expected, and not there");
            else if (!wanted.TryGetValue(file, out var expectedText))
                text.AppendLine($"{file}: not expected{Environment.NewLine}{actualText}");
            else if (expectedText != actualText)
                text.AppendLine($"{file}: - expected, + actual").Append(Show(expectedText, actualText));
        }

        return text.Length == 0 ? "The files have another order or another project." : text.ToString();
    }

    /// <summary>By the longest common subsequence of lines; test sources are short.</summary>
    public static string Show(string expected, string actual)
    {
        var (a, b) = (Lines(expected), Lines(actual));
        var common = new int[a.Length + 1, b.Length + 1];
        for (var i = a.Length - 1; i >= 0; i--)
        {
            for (var j = b.Length - 1; j >= 0; j--)
                common[i, j] = a[i] == b[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        }

        var text = new StringBuilder();
        for (int i = 0, j = 0; i < a.Length || j < b.Length;)
        {
            if (i < a.Length && j < b.Length && a[i] == b[j])
            {
                text.Append("  ").AppendLine(a[i++].TrimEnd('\r', '\n'));
                j++;
            }
            else if (i < a.Length && (j == b.Length || common[i + 1, j] >= common[i, j + 1]))
            {
                text.Append("- ").AppendLine(Visible(a[i++]));
            }
            else
            {
                text.Append("+ ").AppendLine(Visible(b[j++]));
            }
        }

        return text.ToString();
    }

    private static Dictionary<string, string> Files(EvaluatedSolution solution) => solution.Projects
        .SelectMany(project => project.Sources.Select(file => (Name: $"{project.Name} {file.filename}", Text: file.content.ToString())))
        .ToDictionary(file => file.Name, file => file.Text);

    private static string[] Lines(string text) => text.Split('\n').Select((line, index) => index == text.Count(c => c == '\n') ? line : line + "\n").ToArray();

    private static string Visible(string line)
    {
        var content = line.TrimEnd('\r', '\n', ' ', '\t');
        var rest = line[content.Length..].Replace(" ", "·").Replace("\t", "→").Replace("\r", "␍").Replace("\n", "␊");
        return content + rest;
    }
}
