namespace Sluice.Local.Cloud.Tasks;

/// <summary>What stands behind an ECS task definition's name on this machine: a program.</summary>
/// <param name="FileName">The program's path.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="Environment">What the definition sets; a task's overrides win.</param>
/// <param name="PassedVariables">Names of this machine's own variables that the program is given; a name may end in <c>*</c>.</param>
public sealed record TaskProgram(
    string FileName,
    IReadOnlyList<string> Arguments,
    IReadOnlyDictionary<string, string> Environment,
    IReadOnlyCollection<string> PassedVariables)
{
    /// <summary>What it is given besides, as it is when a task starts, such as where the suite listens; it loses to <see cref="Environment"/>.</summary>
    public Func<IReadOnlyDictionary<string, string>> Late { get; init; } = static () => new Dictionary<string, string>();

    /// <summary>How it is kept ready for the next task; null for a program that cannot be.</summary>
    public StandbyProtocol? Standby { get; init; }
}
