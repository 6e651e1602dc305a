using System.Globalization;
using Microsoft.CodeAnalysis;

namespace AuthApi.Analyzers.Rules.Vip.InvalidTemporaryPassword;

/// <summary>The one constant that decides how far ahead a time lies.</summary>
/// <param name="Call">The call that adds it, or makes a duration of it.</param>
/// <param name="Argument">The constant as it is written there.</param>
/// <param name="PerDay">How many of its units are a day; null for months and years.</param>
internal sealed record Amount(SyntaxNode Call, IOperation Argument, int? PerDay);

/// <summary>How far from now a time lies, in days; months and local midnights leave it open by some.</summary>
internal sealed record Distance(double Low, double High, Amount? Amount = null)
{
    public static readonly Distance Now = new(0, 0);

    /// <summary>Before any program of today runs.</summary>
    private static readonly Distance LongAgo = new(-36500, -36500);

    /// <summary>After any program of today has stopped.</summary>
    private static readonly Distance FarAhead = new(36500, 36500);

    /// <summary>The sum; which amount decides is known only when there is one.</summary>
    public Distance Add(Distance other) => new(Low + other.Low, High + other.High, Amount is null ? other.Amount : other.Amount is null ? Amount : null);

    public Distance Negate() => new(-High, -Low);

    /// <summary>A date that is written out; null when it may be now, soon or just past, whenever the program runs.</summary>
    public static Distance? OfYear(int year) => year < 2024 ? LongAgo : year >= 2050 ? FarAhead : null;

    /// <summary>A date as text; null when it is none or may be near.</summary>
    public static Distance? OfText(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? OfYear(date.Year) : null;
}
