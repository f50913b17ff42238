namespace Sluice.Local.Commands.Validating;

/// <summary>What a suite or an account answered about something that a document names.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsThere">Whether there is one; null if it could not be asked.</param>
internal sealed record SuiteFact(NeededKind Kind, string Name, bool? IsThere)
{
    /// <summary>Of a project: where it says the buildspec is; null where that is the usual file.</summary>
    public string? Buildspec { get; init; }

    /// <summary>Of a deployment group: CodeDeploy's name of its platform.</summary>
    public string? Platform { get; init; }

    /// <summary>Those that are there, if this one is not.</summary>
    public IReadOnlyList<string> Others { get; init; } = [];

    /// <summary>Why it could not be asked.</summary>
    public string? WhyNot { get; init; }
}
