using System.Text.Json;

namespace AuthApi.Analyzers.Tests.Protocols;

/// <summary>The tables of facts in <c>Protocols/Facts</c>, written from the services' documentation and not from the code that is compared with them.</summary>
internal static class FactTable
{
    /// <summary>The rows of all Markdown tables of a file, as column name to text; an en dash stands for nothing and is read as the empty text.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Read(string file)
    {
        var rows = new List<IReadOnlyDictionary<string, string>>();
        string[]? header = null;
        foreach (var line in Text(file).Split('\n').Select(line => line.Trim()))
        {
            if (!line.StartsWith('|'))
            {
                header = null;
                continue;
            }

            var cells = line.Trim('|').Split('|').Select(cell => cell.Trim().Trim('`')).ToArray();
            if (header is null)
            {
                header = cells;
            }
            else if (!cells.All(cell => cell.Trim('-', ':').Length == 0))
            {
                rows.Add(header.Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second is "–" ? "" : pair.Second));
            }
        }

        return rows;
    }

    public static JsonElement ReadJson(string file) => JsonDocument.Parse(Text(file)).RootElement;

    private static string Text(string file)
    {
        using var stream = typeof(FactTable).Assembly.GetManifestResourceStream(file) ?? throw new FileNotFoundException(file);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
