using Sluice.Local.Cloud.Functions.Shapes;
using Sluice.Local.Cloud.Functions.Storage;

namespace Sluice.Local.Cloud.Functions;

/// <summary>Finds a function's version by what a caller gives: name or ARN, version or alias.</summary>
internal sealed class FunctionLookup(FunctionStore store, FunctionEditor editor, CloudIdentity identity)
{
    /// <summary>The version and its configuration as Lambda shows it. An alias stands for its main version.</summary>
    /// <exception cref="StateMachines.Tasks.TaskFailedException">There is none.</exception>
    public (FunctionVersion Version, FunctionShape Shape) Find(string functionName, string? qualifier)
    {
        var reference = FunctionReference.Parse(functionName, qualifier, identity);
        var function = store.Get(reference.Name);
        var number = function.Aliases.TryGetValue(reference.Target, out var alias) ? alias.FunctionVersion : reference.Target;
        var version = function.Find(number) ?? throw LambdaErrors.NotFound(identity.FunctionArn(reference.Name, reference.Target));
        var updating = version.Version == FunctionVersion.Latest && editor.IsUpdating(function.Name);
        return (version, FunctionShape.Of(identity, function.Name, version, reference.Qualifier, updating));
    }
}
