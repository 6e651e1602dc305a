using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>What a test does not want compared.</summary>
[Flags]
public enum DiagnosticOptions
{
    None = 0,
    IgnoreAdditionalLocations = 1,
    IgnoreSeverity = 2,
}

/// <summary>How a location of a <see cref="DiagnosticResult"/> is to be read.</summary>
[Flags]
public enum DiagnosticLocationOptions
{
    None = 0,
    IgnoreLength = 1,
    InterpretAsMarkupKey = 2,
}

/// <summary>A place in a file; lines and columns count from zero, as in <see cref="LinePosition"/>.</summary>
public readonly record struct DiagnosticLocation(FileLinePositionSpan Span, DiagnosticLocationOptions Options);

/// <summary>
/// One expected diagnostic. The first location is the diagnostic's own, those after it are its additional locations.
/// Without a location the diagnostic must have none. With a descriptor the message is compared too, so its arguments must be given.
/// </summary>
public readonly record struct DiagnosticResult
{
    private readonly bool _ignoreMessage;
    private readonly string? _message;
    private readonly string? _defaultPath;
    private readonly ImmutableArray<DiagnosticLocation> _spans;

    public DiagnosticResult(string id, DiagnosticSeverity severity)
    {
        Id = id;
        Severity = severity;
    }

    public DiagnosticResult(DiagnosticDescriptor descriptor)
        : this(descriptor.Id, descriptor.DefaultSeverity) => MessageFormat = descriptor.MessageFormat;

    public string Id { get; private init; }

    public DiagnosticSeverity Severity { get; private init; }

    public DiagnosticOptions Options { get; private init; }

    public LocalizableString? MessageFormat { get; private init; }

    public object[]? MessageArguments { get; private init; }

    public ImmutableArray<DiagnosticLocation> Spans
    {
        get => _spans.IsDefault ? [] : _spans;
        private init => _spans = value;
    }

    public bool HasLocation => Spans.Length > 0;

    /// <summary>The message to compare with; null where any message will do.</summary>
    public string? Message
    {
        get
        {
            if (_ignoreMessage || _message is not null || MessageFormat is null)
                return _ignoreMessage ? null : _message;

            var format = MessageFormat.ToString(CultureInfo.InvariantCulture);
            try
            {
                return string.Format(CultureInfo.InvariantCulture, format, MessageArguments ?? []);
            }
            catch (FormatException)
            {
                return format; // Arguments are missing: never equal to a real message, so the test fails and shows it.
            }
        }
    }

    public static DiagnosticResult CompilerError(string id) => new(id, DiagnosticSeverity.Error);

    public static DiagnosticResult CompilerWarning(string id) => new(id, DiagnosticSeverity.Warning);

    public DiagnosticResult WithSeverity(DiagnosticSeverity severity) => this with { Severity = severity };

    public DiagnosticResult WithArguments(params object[] arguments) => this with { MessageArguments = arguments };

    /// <summary>Expects this message, or with null any message.</summary>
    public DiagnosticResult WithMessage(string? message) => With(message, ignoreMessage: message is null);

    public DiagnosticResult WithMessageFormat(LocalizableString messageFormat) => this with { MessageFormat = messageFormat };

    public DiagnosticResult WithOptions(DiagnosticOptions options) => this with { Options = options };

    /// <summary>The file of the locations that are added after this call.</summary>
    public DiagnosticResult WithDefaultPath(string path) => new(this, _message, _ignoreMessage, path);

    public DiagnosticResult WithNoLocation() => this with { Spans = [] };

    /// <summary>The place that <c>{|#key:…|}</c> marks.</summary>
    public DiagnosticResult WithLocation(int markupKey, DiagnosticLocationOptions options = DiagnosticLocationOptions.None) =>
        Add(new("#" + markupKey, default, default), options | DiagnosticLocationOptions.InterpretAsMarkupKey);

    /// <summary>A start; line and column count from one. The end is not compared.</summary>
    public DiagnosticResult WithLocation(int line, int column) => WithLocation("", line, column);

    public DiagnosticResult WithLocation(string path, int line, int column)
    {
        var start = new LinePosition(line - 1, column - 1);
        return Add(new(path, start, start), DiagnosticLocationOptions.IgnoreLength);
    }

    /// <summary>A span; lines and columns count from one.</summary>
    public DiagnosticResult WithSpan(int startLine, int startColumn, int endLine, int endColumn) =>
        WithSpan("", startLine, startColumn, endLine, endColumn);

    public DiagnosticResult WithSpan(string path, int startLine, int startColumn, int endLine, int endColumn) =>
        Add(new(path, new(startLine - 1, startColumn - 1), new(endLine - 1, endColumn - 1)), DiagnosticLocationOptions.None);

    public DiagnosticResult WithSpan(FileLinePositionSpan span, DiagnosticLocationOptions options = DiagnosticLocationOptions.None) =>
        Add(span, options);

    /// <summary>The same result with marked places and default paths resolved.</summary>
    internal DiagnosticResult Resolve(string defaultPath, IReadOnlyDictionary<string, FileLinePositionSpan> marked) =>
        this with { Spans = Spans.Select(location => Resolve(location, defaultPath, marked)).ToImmutableArray() };

    private static DiagnosticLocation Resolve(
        DiagnosticLocation location, string defaultPath, IReadOnlyDictionary<string, FileLinePositionSpan> marked)
    {
        if (location.Options.HasFlag(DiagnosticLocationOptions.InterpretAsMarkupKey))
        {
            return marked.TryGetValue(location.Span.Path, out var span)
                ? new(span, location.Options & ~DiagnosticLocationOptions.InterpretAsMarkupKey)
                : throw new InvalidOperationException($"No source has the mark {{|{location.Span.Path}:…|}} that an expected diagnostic names.");
        }

        return location.Span.Path.Length > 0
            ? location
            : location with { Span = new(defaultPath, location.Span.StartLinePosition, location.Span.EndLinePosition) };
    }

    private DiagnosticResult(DiagnosticResult original, string? message, bool ignoreMessage, string? defaultPath)
    {
        this = original;
        _message = message;
        _ignoreMessage = ignoreMessage;
        _defaultPath = defaultPath;
    }

    private DiagnosticResult With(string? message, bool ignoreMessage) => new(this, message, ignoreMessage, _defaultPath);

    private DiagnosticResult Add(FileLinePositionSpan span, DiagnosticLocationOptions options)
    {
        if (span.Path.Length == 0 && _defaultPath is not null)
            span = new(_defaultPath, span.StartLinePosition, span.EndLinePosition);
        return this with { Spans = Spans.Add(new(span, options)) };
    }
}
