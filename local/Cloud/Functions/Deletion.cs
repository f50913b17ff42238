using Sluice.Local.Cloud.Functions.Storage;

namespace Sluice.Local.Cloud.Functions;

/// <summary>What Lambda demands of a version that is to be deleted.</summary>
internal static class Deletion
{
    /// <summary>The function without the version, and without what was set for it; as it is if there is no such version.</summary>
    /// <exception cref="StateMachines.Tasks.TaskFailedException">It is none that can be deleted alone.</exception>
    public static FunctionRecord Of(FunctionRecord function, string version)
    {
        if (version == FunctionVersion.Latest)
        {
            throw LambdaErrors.InvalidParameter("$LATEST version cannot be deleted without deleting the function.");
        }

        if (!version.All(char.IsAsciiDigit))
        {
            throw LambdaErrors.InvalidParameter("Deletion of aliases is not supported.");
        }

        var aliases = function.Aliases.Values.Where(alias => alias.FunctionVersion == version || alias.Weights.ContainsKey(version)).Select(alias => alias.Name).ToList();
        return aliases.Count > 0
            ? throw LambdaErrors.VersionInUse(aliases)
            : function.Find(version) is null ? function : (function with { Versions = function.Versions.RemoveAll(kept => kept.Version == version) }).With(version, settings: null);
    }
}
