using System.Globalization;

namespace AuthApi.Analyzers.Options;

/// <summary>How the text of each kind of option is read.</summary>
internal static class OptionReaders
{
    /// <summary><c>true</c> or <c>false</c>, in any case.</summary>
    public static object? Boolean(string text, ICollection<string> unreadable) =>
        bool.TryParse(text, out var value) ? value : Reject(text, unreadable);

    /// <summary>A whole number within the bounds, both included.</summary>
    public static OptionReader<object> WholeNumber(int minimum, int maximum) => (text, unreadable) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= minimum && value <= maximum
            ? value
            : Reject(text, unreadable);

    /// <summary>A duration in seconds within the bounds, both included; decimals after a point, whatever the machine's culture.</summary>
    public static OptionReader<object> Seconds(double minimum, double maximum) => (text, unreadable) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value >= minimum && value <= maximum
            ? TimeSpan.FromSeconds(value)
            : Reject(text, unreadable);

    /// <summary>Host names, each with an optional mark out of <paramref name="marks"/>.</summary>
    public static OptionReader<object> Hosts(params HostEnvironment[] marks) => (text, unreadable) =>
    {
        var entries = new List<HostNames.Entry>();
        foreach (var part in ListText.Split(text))
        {
            if (HostNames.Entry.TryParse(part, marks) is { } entry)
            {
                entries.Add(entry);
            }
            else
            {
                unreadable.Add(part);
            }
        }

        return entries.Count > 0 ? new HostNames(entries) : null;
    };

    /// <summary>Types and methods.</summary>
    public static object? Symbols(string text, ICollection<string> unreadable)
    {
        var entries = new List<SymbolName>();
        foreach (var part in ListText.Split(text))
        {
            if (SymbolName.TryParse(part) is { } entry)
            {
                entries.Add(entry);
            }
            else
            {
                unreadable.Add(part);
            }
        }

        return entries.Count > 0 ? new SymbolNames(entries) : null;
    }

    private static object? Reject(string text, ICollection<string> unreadable)
    {
        unreadable.Add(text);
        return null;
    }
}
