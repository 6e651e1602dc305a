using System.Collections.Immutable;
using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Options;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Responses;

/// <content>Answers as documents: the keys that are read tell what a member tells of a typed answer.</content>
internal sealed partial class ResponseUses
{
    private readonly HashSet<string> keys = new(StringComparer.Ordinal);

    /// <summary>The uses of a JSON or XML document, and the keys that the program reads from it.</summary>
    public static (IReadOnlyList<ResponseUse> Uses, IReadOnlyCollection<string> Keys) OfDocument(IOperation value, VipModel vip, ProgramModel program, SymbolNames checks)
    {
        var uses = Start(vip, program, checks, isDocument: true);
        // document.LoadXml(text) fills the object that it is called on.
        if (value is IInvocationOperation { TargetMethod.ReturnsVoid: true, Instance: { } filled })
        {
            var symbol = (filled as ILocalReferenceOperation)?.Local ?? (ISymbol?)(filled as IFieldReferenceOperation)?.Field;
            if (symbol is null)
                uses.Add(UseKind.Escaped, value);
            else
                uses.FollowSymbol(symbol, null);
        }
        else
        {
            uses.Follow(value);
        }

        return (uses.found, uses.keys);
    }

    /// <summary>Reads by key, and steps from node to node; false for what is done with documents as with other values.</summary>
    private bool FollowDocument(IOperation value, IOperation? parent, IOperation child)
    {
        var read = parent switch
        {
            IPropertyReferenceOperation property when property.Instance == child => property,
            IInvocationOperation invocation when invocation.Instance == child => invocation,
            IArgumentOperation { Parameter.Ordinal: 0, Parent: IInvocationOperation { TargetMethod.IsExtensionMethod: true } invocation }
                when DocumentKeys.ReceiverOf(invocation)?.Unwrap().Syntax == value.Syntax && !program.HasBody(invocation.TargetMethod) => invocation,
            IDynamicMemberReferenceOperation or IDynamicIndexerAccessOperation => parent,
            IDynamicInvocationOperation dynamicCall when dynamicCall.Operation == child => dynamicCall,
            _ => (IOperation?)null,
        };
        if (read is null)
            return false;
        if (read.IsAssignmentTarget())
            return true;
        var path = DocumentKeys.KeysOf(read, program);
        if (path.Count == 0)
        {
            var name = (read as IInvocationOperation)?.TargetMethod.Name ?? (read as IPropertyReferenceOperation)?.Property.Name;
            if (name is "LoadXml" or "Load" or "Dispose" or "WriteTo" or "PreserveWhitespace" or "NameTable" or "ValueKind" or "AddNamespace")
                return true;
            if (Holds(read.Type) && !DocumentKeys.TakesKey(name ?? ""))
                Follow(read);
            else
                Add(UseKind.Escaped, read);
            return true;
        }

        keys.UnionWith(path);
        switch (path[path.Count - 1])
        {
            case "ReasonCode" or "reasonCode" or "status":
                if (!IsDropped(read))
                    Add(UseKind.Examined, read);
                break;
            case "StatusMessage" or "ErrorDetail" or "statusMessage" or "detailMessage":
                Add(UseKind.Message, read);
                break;
            case "RequestId" or "requestId" or "Version":
                break;
            case "Status" or "Envelope" or "Body":
            case var key when key.EndsWith("Response", StringComparison.Ordinal):
                FollowPart(read);
                break;
            default:
                FollowPayload(read);
                break;
        }

        return true;
    }

    private void FollowPart(IOperation read)
    {
        foreach (var argument in (read as IInvocationOperation)?.Arguments ?? ImmutableArray<IArgumentOperation>.Empty)
        {
            if (argument is { Parameter.RefKind: RefKind.Out, Value: var target })
            {
                var local = (target as IDeclarationExpressionOperation)?.Expression ?? target;
                if (local is ILocalReferenceOperation variable)
                    FollowSymbol(variable.Local, read);
                else if (local is not IDiscardOperation)
                    Add(UseKind.Escaped, read);
                return;
            }
        }

        Follow(read);
    }
}
