using Sluice.Packages.Model;

namespace Sluice.Packages.Formats.Ruby.Specs;

/// <summary>What a gem needs.</summary>
/// <param name="Name">Which gem.</param>
/// <param name="Requirement">Which of its versions.</param>
/// <param name="IsRuntime">Whether whoever uses it needs it; else who works on it.</param>
internal sealed record GemDependency(string Name, GemRequirement Requirement, bool IsRuntime)
{
    /// <summary>As Ruby calls it.</summary>
    public string Type => IsRuntime ? "runtime" : "development";

    /// <summary>As the API lists it.</summary>
    public StoredDependency Stored => new(null, Name, Type, Requirement.ToString());
}
