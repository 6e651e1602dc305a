using AuthApi.Analyzers.Edits;
using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Rules.Vip.UnsetSpecifiedFlag;

/// <summary>Pairs of a value and its flag, and whether something in the program sets the flag.</summary>
internal static class SpecifiedFlags
{
    private const string Ending = "Specified";

    /// <summary>The flag of a member: a bool of its name and the ending, on the same type; null where there is none.</summary>
    public static ISymbol? Of(ISymbol member) => member.ContainingType.GetMembers(member.Name + Ending).FirstOrDefault(static m =>
        m is IPropertySymbol { Type.SpecialType: SpecialType.System_Boolean, SetMethod: not null } or IFieldSymbol { Type.SpecialType: SpecialType.System_Boolean });

    /// <summary>What is not sent is what the service takes anyway: these flags of a request are false by default (schema).</summary>
    public static bool IsDefault(RequestField field, ProgramModel program) =>
        field.Value.Operation.Unwrap() is IDefaultValueOperation
        || field.Name is "OneTimeUseOnly" or "SendSuccessfulTokenId" or "acceptTemporaryPassword"
            && program.Origins(field.Value, out _).All(static o => o.Operation.ConstantValue is { HasValue: true, Value: false });

    /// <summary>Whether the flag is set: next to the value, by a setter, or by anybody who gets the object in hand.</summary>
    public static bool MayBeSet(
        ISimpleAssignmentOperation assignment, VipRequest request, ISymbol member, ISymbol flag, ProgramModel program, CancellationToken cancellationToken)
    {
        if (SetterSets(member, flag) || ConstructorSets(request.Type!, flag) || SetsByName(program))
            return true;
        if (assignment.Parent is IObjectOrCollectionInitializerOperation initializer && initializer.Initializers.Any(i => IsFlag(i, flag)))
            return true;
        var query = new FlagQuery(flag);
        if (assignment.Parent is IObjectOrCollectionInitializerOperation { Parent: IObjectCreationOperation or IMemberInitializerOperation } inner)
        {
            ObjectTrace.RunForward(program, [new Site(inner.Parent!, null)], query, cancellationToken);
        }
        else if (assignment.Target is IMemberReferenceOperation { Instance: { } holder })
        {
            if (holder.Unwrap() is IInstanceReferenceOperation)
                return true;
            ObjectTrace.Run(program, new Site(holder, null), query, cancellationToken);
            ObjectTrace.RunForward(program, References(holder, program), query, cancellationToken);
            // request.TokenId.type = …: reached over a member, by which others reach it too.
            if (holder.Unwrap() is IMemberReferenceOperation { Instance: not null and not IInstanceReferenceOperation } part && IsSetAnywhere(part, flag, program))
                return true;
        }

        // Whoever gets the object otherwise (returned, stored, yielded) may set the flag, if anybody does.
        return query.IsSet || Leaves(assignment, program) && program.ReferencesTo(flag).Any(static r => r.IsAssignmentTarget() && r.Parent?.Parent is not IObjectOrCollectionInitializerOperation
            && !IsGenerated(r.Syntax));
    }

    /// <summary>What the service does when the value is missing.</summary>
    public static string Consequence(string member) => member switch
    {
        "type" => "VIP takes the TokenId for an ordinary credential and answers 49f2 (token ID not found) or 4e03",
        "ExpirationDate" => "the date is ignored, and the password expires by the default of the account",
        "OneTimeUseOnly" => "the password can be used again and again until it expires",
        "Reason" => "VIP records the reason Unspecified",
        "DeliverOTP" => "VIP delivers the code, which is the default",
        _ => "VIP answers as if it had not been given",
    };

    /// <summary>Sets the flag behind the value, in the same initializer or in a statement of its own.</summary>
    public static SourceEdits? Fix(ISimpleAssignmentOperation assignment, ISymbol flag)
    {
        var edits = new SourceEdits("Set the Specified flag");
        var lineBreak = SourceLayout.Of(assignment.Syntax.SyntaxTree).NewLine;
        if (assignment.Parent is IObjectOrCollectionInitializerOperation { Syntax: InitializerExpressionSyntax initializer })
        {
            var isOnOneLine = initializer.GetLocation().GetLineSpan() is var lines && lines.StartLinePosition.Line == lines.EndLinePosition.Line;
            if (isOnOneLine)
                return edits.InsertAfter(assignment.Syntax, $", {flag.Name} = true");
            var separator = assignment.Syntax.GetLastToken().GetNextToken();
            var next = lineBreak + SourceLayout.Indentation(assignment.Syntax) + $"{flag.Name} = true";
            return separator.IsKind(SyntaxKind.CommaToken)
                ? edits.Replace(assignment.Syntax.SyntaxTree, new(EndOfLine(separator), 0), next + ",")
                : edits.InsertAfter(assignment.Syntax, ",").Replace(assignment.Syntax.SyntaxTree, new(EndOfLine(assignment.Syntax.GetLastToken()), 0), next);
        }

        if (assignment is not { Target: IMemberReferenceOperation { Instance: { } holder }, Parent: IExpressionStatementOperation { Syntax: ExpressionStatementSyntax statement } })
            return null;
        var set = $"{holder.Syntax}.{flag.Name} = true;";
        switch (statement.Parent)
        {
            case BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax:
                return edits.Replace(statement.SyntaxTree, new(EndOfLine(statement.GetLastToken()), 0), lineBreak + SourceLayout.Indentation(statement) + set);
            case IfStatementSyntax or ElseClauseSyntax or CommonForEachStatementSyntax:
                return EmbeddedStatement.WithBlock(edits, statement, "", set);
            default:
                return null;
        }
    }

    /// <summary>Where the line ends on which a token is the last, so that a comment stays behind it; right behind a token that others follow.</summary>
    private static int EndOfLine(SyntaxToken token) =>
        token.TrailingTrivia.FirstOrDefault(static t => t.IsKind(SyntaxKind.EndOfLineTrivia)) is { RawKind: not 0 } end ? end.SpanStart : token.Span.End;

    private static bool IsFlag(IOperation element, ISymbol flag) =>
        element is IAssignmentOperation { Target: IMemberReferenceOperation target } && SymbolEqualityComparer.Default.Equals(target.Member.OriginalDefinition, flag.OriginalDefinition);

    private static bool SetterSets(ISymbol member, ISymbol flag) =>
        member is IPropertySymbol { SetMethod: { } setter } && setter.DeclaringSyntaxReferences.Any(r => Mentions(r.GetSyntax(), flag))
        || flag is IPropertySymbol { GetMethod: { } getter } && getter.DeclaringSyntaxReferences.Any(r => Mentions(r.GetSyntax(), member));

    /// <summary>The symbol or its backing field: <c>typeSpecifiedField</c>, <c>_typeSpecified</c>, <c>this.typeSpecified</c>.</summary>
    private static bool Mentions(SyntaxNode body, ISymbol symbol) => body.DescendantTokens().Any(t =>
        t.IsKind(SyntaxKind.IdentifierToken) && (t.ValueText.TrimStart('_') is var name)
        && (string.Equals(name, symbol.Name, StringComparison.OrdinalIgnoreCase) || string.Equals(name, symbol.Name + "Field", StringComparison.OrdinalIgnoreCase)));

    /// <summary>A constructor or another part of the class, written by hand.</summary>
    private static bool ConstructorSets(ITypeSymbol type, ISymbol flag)
    {
        for (var current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            if (current.GetMembers().OfType<IMethodSymbol>().Any(m => m.MethodKind is MethodKind.Constructor or MethodKind.Ordinary && m.DeclaringSyntaxReferences.Any(r => Mentions(r.GetSyntax(), flag))))
                return true;
        }

        return false;
    }

    /// <summary>A helper that sets flags by reflection has the ending as a text of its own.</summary>
    private static bool SetsByName(ProgramModel program) =>
        program.Compilation.SyntaxTrees.Any(static t => t.GetText().ToString().Contains("\"Specified\"") || t.GetText().ToString().Contains("}Specified\""));

    private static bool IsSetAnywhere(IMemberReferenceOperation part, ISymbol flag, ProgramModel program) => program.ReferencesTo(flag).Any(r =>
        r.IsAssignmentTarget() && r.Syntax.ContainingMember() == part.Syntax.ContainingMember() && r.Parent?.Parent is not IObjectOrCollectionInitializerOperation);

    private static IEnumerable<Site> References(IOperation holder, ProgramModel program)
    {
        ISymbol? symbol = holder.Unwrap() switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            IFieldReferenceOperation field => field.Field,
            IPropertyReferenceOperation { Property.IsIndexer: false } property => property.Property,
            _ => null,
        };
        return symbol is null ? [] : program.ReferencesTo(symbol).Select(static r => new Site(r, null));
    }

    /// <summary>Whether the object leaves the body other than as an argument: returned, or put into a member.</summary>
    private static bool Leaves(ISimpleAssignmentOperation assignment, ProgramModel program)
    {
        if (assignment.Parent is not IObjectOrCollectionInitializerOperation { Parent: { } creation })
            return assignment.Target is IMemberReferenceOperation { Instance: { } holder } && holder.Unwrap() is not ILocalReferenceOperation || References(((IMemberReferenceOperation)assignment.Target).Instance!, program).Any(s => LeavesAt(s.Operation));
        return LeavesAt(creation) || creation.OuterParent().Parent is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }
            && program.ReferencesTo(declarator.Symbol).Any(LeavesAt);
    }

    private static bool LeavesAt(IOperation use) => use.OuterParent().Parent switch
    {
        IReturnOperation => true,
        ISimpleAssignmentOperation { Target: IMemberReferenceOperation, Parent: not IObjectOrCollectionInitializerOperation } => true,
        IObjectOrCollectionInitializerOperation or IConditionalOperation or ICoalesceOperation or ISwitchExpressionArmOperation => false,
        _ => false,
    };

    private static bool IsGenerated(SyntaxNode node) => node.SyntaxTree.GetText().ToString(new(0, Math.Min(400, node.SyntaxTree.Length))).Contains("<auto-generated");

    /// <summary>Whether a use of the object, here or in a method it is passed to, sets the flag.</summary>
    private sealed class FlagQuery(ISymbol flag) : ObjectQuery
    {
        public bool IsSet { get; private set; }

        public override Effect OnMember(Site reference, IOperation member)
        {
            if (member is not IMemberReferenceOperation { Member: var named } || !SymbolEqualityComparer.Default.Equals(named.OriginalDefinition, flag.OriginalDefinition)
                || !member.IsAssignmentTarget())
            {
                return Effect.None;
            }

            IsSet = true;
            return Effect.Answered;
        }

        public override Effect OnOrigin(Site origin) => Effect.None;

        public override void OnGivenUp() => IsSet = true;
    }
}
