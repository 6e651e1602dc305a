using AuthApi.Analyzers.CodeFixes.Editing;
using AuthApi.Analyzers.CodeFixes.Edits;
using AuthApi.Analyzers.Edits;
using AuthApi.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AuthApi.Analyzers.CodeFixes.Rules.AdobePass.MissingAuthorization;

/// <summary>
/// The header of a request that an interface declares (Refit, README "Setting request headers"): as a parameter where all callers have a
/// token, or as an attribute whose value the client's settings provide.
/// </summary>
internal sealed class RefitFixes(Document document, ProgramModel program, MethodDeclarationSyntax declaration, IMethodSymbol method)
{
    private const string Header = "\"Authorization: Bearer\"";
    private const string Settings = "Refit.RefitSettings";
    private const string Getter = "AuthorizationHeaderValueGetter";
    private const string Open = "throw new NotImplementedException(\"The access token of Adobe's client registration (POST /o/client/token).\")";

    private readonly List<(Location, string)> edits = [];
    private readonly List<(SyntaxTree, string)> types = [];

    public static IReadOnlyList<Fix> For(Document document, SemanticModel model, ProgramModel program, MethodDeclarationSyntax declaration)
    {
        if (model.GetDeclaredSymbol(declaration) is not { ContainingType.TypeKind: TypeKind.Interface } method)
            return [];
        var fixes = new List<Fix>();
        var parameter = new RefitFixes(document, program, declaration, method);
        if (parameter.AddParameter())
            fixes.Add(new("Take the access token as a parameter", "RefitParameter", parameter.ApplyAsync));
        var attribute = new RefitFixes(document, program, declaration, method);
        attribute.AddAttribute();
        fixes.Add(new("Send the access token that the client's settings provide", "RefitSettings", attribute.ApplyAsync));
        return fixes;
    }

    private async Task<Document> ApplyAsync(CancellationToken cancellationToken)
    {
        var solution = await EditedSolution.ApplyAsync(document.Project.Solution, edits, types, cancellationToken).ConfigureAwait(false);
        return solution.GetDocument(document.Id)!;
    }

    // [Refit.Post("…")]
    private string Prefix => declaration.AttributeLists.SelectMany(static l => l.Attributes).Select(static a => a.Name).OfType<QualifiedNameSyntax>().FirstOrDefault()?.Left is { } left ? left + "." : "";

    private void AddAttribute()
    {
        if (declaration.AttributeLists.SelectMany(static l => l.Attributes).FirstOrDefault(static a => a.Name.ToString() is "Headers" or "Refit.Headers") is { ArgumentList.Arguments: [.., var last] })
        {
            Insert(declaration.SyntaxTree, last.Span.End, ", " + Header);
        }
        else
        {
            var lines = declaration.SyntaxTree.GetText().Lines;
            var isOnOneLine = lines.GetLineFromPosition(declaration.SpanStart).LineNumber == lines.GetLineFromPosition(declaration.Identifier.SpanStart).LineNumber;
            Insert(declaration.SyntaxTree, declaration.SpanStart,
                $"[{Prefix}Headers({Header})]{(isOnOneLine ? " " : SourceLayout.Of(declaration.SyntaxTree).NewLine + SourceLayout.Indentation(declaration))}");
        }

        // Whatever gives the others their value gives it to this one, too.
        if (method.ContainingType.GetMembers().SelectMany(static m => m.GetAttributes()).Any(static a => a.AttributeClass?.Name == "HeadersAttribute" && a.ApplicationSyntaxReference?.GetSyntax().ToString().Contains("Authorization:") == true))
            return;
        foreach (var call in ClientsMade())
            AddGetter(call);
    }

    /// <summary>The calls that make the client: <c>RestService.For&lt;T&gt;</c>, <c>AddRefitClient&lt;T&gt;</c>.</summary>
    private IEnumerable<InvocationExpressionSyntax> ClientsMade()
    {
        foreach (var tree in program.Compilation.SyntaxTrees)
        {
            if (!tree.GetText().ToString().Contains(method.ContainingType.Name))
                continue;
            foreach (var name in tree.GetRoot().DescendantNodes().OfType<GenericNameSyntax>())
            {
                if (name.Identifier.ValueText is "For" or "AddRefitClient" && name.TypeArgumentList.Arguments is [var type] && name.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } call
                    && SymbolEqualityComparer.Default.Equals(program.ModelFor(tree).GetTypeInfo(type).Type, method.ContainingType))
                {
                    yield return call;
                }
            }
        }
    }

    /// <summary>A getter of the token in the settings; nothing where the settings come from elsewhere or have one.</summary>
    private void AddGetter(InvocationExpressionSyntax call)
    {
        var scope = new Scope(program.ModelFor(call.SyntaxTree), call);
        if (program.Compilation.GetTypeByMetadataName(Settings)?.GetMembers(Getter).FirstOrDefault() is not IPropertySymbol { Type: INamedTypeSymbol { DelegateInvokeMethod: { } invoke } })
            return;
        var token = TokenCandidates.Tokens(scope).FirstOrDefault(static t => t.Form == HeaderForm.Token)?.Expression;
        var parameters = invoke.Parameters.Length == 0 ? "()" : invoke.Parameters.Length > 1 && scope.LanguageVersion >= LanguageVersion.CSharp9 ? "(_, _)" : $"({string.Join(", ", invoke.Parameters.Select(static p => p.Name))})";
        var getter = $"{Getter} = {parameters} => {(token is null ? Open : $"Task.FromResult({token})")}";
        types.Add((call.SyntaxTree, token is null ? "System.NotImplementedException" : "System.Threading.Tasks.Task"));
        var settings = call.ArgumentList.Arguments.FirstOrDefault(a => scope.Model.GetTypeInfo(a.Expression).Type?.Name == "RefitSettings")?.Expression;
        switch (settings)
        {
            case null when call.ArgumentList.Arguments.Count <= 1:
                types.Add((call.SyntaxTree, Settings));
                Insert(call.SyntaxTree, call.ArgumentList.CloseParenToken.SpanStart, $"{(call.ArgumentList.Arguments.Count == 0 ? "" : ", ")}new RefitSettings {{ {getter} }}");
                break;
            case ObjectCreationExpressionSyntax { Initializer: { Expressions: [.., var last] } initializer } when !initializer.ToString().Contains(Getter):
                Insert(call.SyntaxTree, last.Span.End, ", " + getter);
                break;
            case ObjectCreationExpressionSyntax { Initializer: null }:
                Insert(call.SyntaxTree, settings.Span.End, $" {{ {getter} }}");
                break;
        }
    }

    /// <summary>False where a caller has no token, or the interface is implemented by hand.</summary>
    private bool AddParameter()
    {
        var calls = program.CallsOf(method).Select(static c => c.Syntax).OfType<InvocationExpressionSyntax>().ToList();
        if (calls.Count == 0 || program.ImplementationsOf(method).Any(m => !SymbolEqualityComparer.Default.Equals(m, method)))
            return false;
        var index = method.Parameters.TakeWhile(static p => !p.IsOptional && !p.IsParams && !Scope.IsCancellationToken(p.Type)).Count();
        var name = method.Parameters.Any(static p => p.Name == "accessToken") ? "adobeAccessToken" : "accessToken";
        InsertAt(declaration.ParameterList.Parameters.Select(static p => (SyntaxNode)p).ToList(), index, declaration.ParameterList.OpenParenToken, $"[{Prefix}Authorize(\"Bearer\")] string {name}");
        foreach (var call in calls)
        {
            if (TokenCandidates.Tokens(new Scope(program.ModelFor(call.SyntaxTree), call)).FirstOrDefault(static t => t.Form == HeaderForm.Token) is not { } token)
                return false;
            var arguments = call.ArgumentList.Arguments;
            var isNamed = arguments.Any(static a => a.NameColon is not null) || arguments.Count < index;
            InsertAt(arguments.Select(static a => (SyntaxNode)a).ToList(), isNamed ? arguments.Count : index, call.ArgumentList.OpenParenToken, (isNamed ? name + ": " : "") + token.Expression);
        }

        return true;
    }

    private void InsertAt(IReadOnlyList<SyntaxNode> list, int index, SyntaxToken open, string text)
    {
        if (list.Count == 0)
            Insert(open.SyntaxTree!, open.Span.End, text);
        else if (index < list.Count)
            Insert(open.SyntaxTree!, list[index].SpanStart, text + ", ");
        else
            Insert(open.SyntaxTree!, list[list.Count - 1].Span.End, ", " + text);
    }

    private void Insert(SyntaxTree tree, int position, string text) => edits.Add((Location.Create(tree, new TextSpan(position, 0)), text));
}
