using AuthApi.Analyzers.Tests.Verifiers;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Testing;
using Xunit;
using Verify = AuthApi.Analyzers.Tests.Verifiers.CSharpCodeFixVerifier<
    AuthApi.Analyzers.Tests.RoslynTesting.BadCallAnalyzer, AuthApi.Analyzers.Tests.RoslynTesting.BadCallFix>;

namespace AuthApi.Analyzers.Tests.RoslynTesting;

/// <summary>The verifier applies fixes in every way and fails when one of them is not what the test says.</summary>
public class CodeFixVerifierTests
{
    private const string Before = """
        class C
        {
            void Good() { }
            void Bad() { }
            void M()
            {
                [|Bad()|]; // kept
                [|this.Bad()|];
            }
        }
        """;

    private static readonly string After = Before.Replace("[|Bad()|]", "Good()").Replace("[|this.Bad()|]", "this.Good()");

    [Fact]
    public Task Fixed_text_passes() => Verify.VerifyCodeFixAsync(Before, After);

    [Fact]
    public Task Other_text_fails_and_shows_the_lines() => FailsAsync<BadCallFix>(
        Before, After.Replace("// kept", "// lost"), "-         Good(); // lost␊", "+         Good(); // kept␊");

    [Fact]
    public Task Other_line_ending_fails_and_shows_it() => FailsAsync<BadCallFix>(Before, After.Replace("// kept\n", "// kept\r\n"), "␍␊");

    [Fact]
    public Task Trailing_space_fails_and_shows_it() => FailsAsync<BadCallFix>(Before, After.Replace("// kept", "// kept "), "// kept·␊");

    [Fact]
    public Task Fixed_text_that_does_not_compile_fails() => FailsAsync<FixToMissingName>(
        Before, After.Replace("Good();", "Missing();"), "Diagnostics of fixed state", "error CS0103");

    [Fact]
    public Task Undeclared_diagnostic_in_the_fixed_text_fails() => FailsAsync<BadCallFix>(
        Before, After.Replace("this.Good()", "this.Bad()"), "Diagnostics of fixed state", "TEST001");

    [Fact]
    public Task Fix_that_never_ends_fails() => FailsAsync<FixWithoutEnd>(Before, Before + "//\n", "does not come to an end");

    [Fact]
    public Task Fix_without_fix_all_fails() => FailsAsync<FixWithoutFixAll>(Before, After, "has no FixAll provider");

    [Fact]
    public Task Fix_without_fix_all_passes_where_the_test_says_so() =>
        new CSharpCodeFixVerifier<BadCallAnalyzer, FixWithoutFixAll>.Test
        {
            TestCode = Before, FixedCode = After, CodeFixTestBehaviors = CodeFixTestBehaviors.SkipFixAllCheck,
        }.RunAsync();

    [Fact]
    public Task Action_without_a_key_fails() => FailsAsync<FixWithoutKey>(Before, After, "has no equivalence key");

    [Fact]
    public Task Tree_that_its_text_does_not_parse_to_fails() => FailsAsync<FixWithImpossibleTree>(Before, After, "does not parse to");

    [Fact]
    public Task No_offer_is_expected_where_the_fixed_text_is_the_source() =>
        new CSharpCodeFixVerifier<BadCallAnalyzer, BadCallFix>.Test { TestCode = Before, FixedCode = Before, CodeActionIndex = 1 }.RunAsync();

    [Fact]
    public Task Offer_fails_where_the_fixed_text_is_the_source() => FailsAsync<BadCallFix>(Before, Before, "Iterative code fix application", "+         Good();");

    [Fact]
    public Task Unknown_equivalence_key_offers_nothing() =>
        new CSharpCodeFixVerifier<BadCallAnalyzer, BadCallFix>.Test { TestCode = Before, FixedCode = Before, CodeActionEquivalenceKey = "Other" }.RunAsync();

    [Fact]
    public Task First_one_alone_can_be_fixed() =>
        new CSharpCodeFixVerifier<BadCallAnalyzer, BadCallFix>.Test
        {
            TestCode = Before, FixedCode = Before.Replace("[|Bad()|]", "Good()"), CodeFixTestBehaviors = CodeFixTestBehaviors.FixOne,
        }.RunAsync();

    [Fact]
    public async Task Wrong_number_of_iterations_fails()
    {
        var test = new Verify.Test { TestCode = Before, FixedCode = After, NumberOfIncrementalIterations = 1 };
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => test.RunAsync());
        Assert.Contains("Expected 1 iterations, found 2", failure.Message);
    }

    [Fact]
    public async Task Batch_fixed_state_is_compared_with_fix_all_only()
    {
        var test = new Verify.Test { TestCode = Before, FixedCode = After, BatchFixedCode = After.Replace("// kept", "// other") };
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => test.RunAsync());
        Assert.Contains("Fix all in document", failure.Message);
    }

    [Fact]
    public async Task Files_and_projects_are_fixed_together()
    {
        var test = new Verify.Test();
        test.TestState.Sources.Add("public class A { public void Good() { } public void Bad() { } void M() { [|Bad()|]; } }");
        test.TestState.Sources.Add(("/0/Second.cs", "class B { void M(A a) { [|a.Bad()|]; } }"));
        test.TestState.AdditionalProjects["App"].Sources.Add("class D { void M(A a) { [|a.Bad()|]; } }");
        test.TestState.AdditionalProjects["App"].AdditionalProjectReferences.Add("TestProject");
        test.FixedState.Sources.Add("public class A { public void Good() { } public void Bad() { } void M() { Good(); } }");
        test.FixedState.Sources.Add(("/0/Second.cs", "class B { void M(A a) { a.Good(); } }"));
        test.FixedState.AdditionalProjects["App"].Sources.Add("class D { void M(A a) { a.Good(); } }");
        await test.RunAsync();
    }

    private static async Task FailsAsync<TFix>(string source, string fixedSource, params string[] message)
        where TFix : CodeFixProvider, new()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(
            () => CSharpCodeFixVerifier<BadCallAnalyzer, TFix>.VerifyCodeFixAsync(source, fixedSource));
        Assert.All(message, part => Assert.Contains(part, failure.Message));
    }
}
