namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Which of the compiler's own diagnostics a test has to declare.</summary>
public enum CompilerDiagnostics
{
    None,
    Errors,
    Warnings,
    Suggestions,
    All,
}

[Flags]
public enum TestBehaviors
{
    None = 0,
    SkipSuppressionCheck = 1,
    SkipGeneratedCodeCheck = 2,
}

[Flags]
public enum CodeFixTestBehaviors
{
    None = 0,
    SkipFixAllInDocumentCheck = 1,
    SkipFixAllInProjectCheck = 2,
    SkipFixAllInSolutionCheck = 4,
    SkipFixAllCheck = SkipFixAllInDocumentCheck | SkipFixAllInProjectCheck | SkipFixAllInSolutionCheck,

    /// <summary>Apply the fix to the first diagnostic only; what is left is marked in the fixed state.</summary>
    FixOne = 8,
}

[Flags]
public enum MarkupOptions
{
    None = 0,

    /// <summary><c>[|…|]</c> stands for the first descriptor of an analyzer that has several.</summary>
    UseFirstDescriptor = 1,
}

/// <summary>How a failed expectation is told to the test framework.</summary>
public interface IVerifier
{
    [System.Diagnostics.CodeAnalysis.DoesNotReturn]
    void Fail(string? message = null);

    IVerifier PushContext(string context);
}

/// <summary>Fails by an exception, which every test framework understands.</summary>
public sealed class DefaultVerifier : IVerifier
{
    private readonly string _context;

    public DefaultVerifier() : this("")
    {
    }

    private DefaultVerifier(string context) => _context = context;

    [System.Diagnostics.CodeAnalysis.DoesNotReturn]
    public void Fail(string? message = null) => throw new InvalidOperationException(_context + message);

    public IVerifier PushContext(string context) => new DefaultVerifier($"{_context}Context: {context}{Environment.NewLine}");
}
