namespace Sluice.BuildRunner.Buildspecs;

/// <summary>The buildspec's <c>env</c>.</summary>
internal sealed record BuildspecEnv
{
    /// <summary>The shell that the file asks for; null leaves the choice to us.</summary>
    public string? Shell { get; init; }

    /// <summary>Literal values for the commands.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <summary>Variables by the names of parameters of Systems Manager.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    /// <summary>Variables by what Secrets Manager has for them.</summary>
    public IReadOnlyDictionary<string, string> Secrets { get; init; } = new Dictionary<string, string>();

    /// <summary>Names to hand on when the build is over.</summary>
    public IReadOnlyList<string> Exported { get; init; } = [];

    /// <summary>Whether the commands' git may use what the source was fetched with.</summary>
    public bool GitCredentialHelper { get; init; }
}
