namespace Sluice.Local.Cloud.Processes;

/// <summary>
/// What holds together all that a program starts, so that it ends with the program whatever it has done to get away (<c>setsid</c>, <c>nohup</c>, a double fork). A PID namespace does so for certain, and the
/// program sees no other process of the machine. Where there is none a variable in the environment marks what belongs together: who throws its environment away escapes.
/// </summary>
/// <param name="Launcher">The programs that start the program, in order; none without a namespace.</param>
/// <param name="Description">What the machine gives and why, for the log.</param>
internal sealed record Isolation(IReadOnlyList<string> Launcher, string Description)
{
    /// <summary>The variable by which a user decides: <c>marks</c>, or <c>namespaces</c> to start with nothing less. Else it is what the machine gives.</summary>
    public const string Variable = "SLUICE_ISOLATION";

    private static readonly Lazy<Isolation> Probed = new(IsolationProbe.Run);

    public bool IsNamespace => Launcher.Count > 0;

    /// <summary>Whether a program can be given folders of its own in place of the machine's, see <see cref="OwnFiles"/>.</summary>
    public bool CanMount { get; init; }

    /// <summary>The programs that take from the program what only its start needed; none where that is nothing.</summary>
    public IReadOnlyList<string> Unprivileged { get; init; } = [];

    /// <exception cref="UsageException">It is to be namespaces and the machine gives none, or it is neither.</exception>
    public static Isolation Of(IReadOnlyDictionary<string, string> environment) => environment.GetValueOrDefault(Variable, "") switch
    {
        "" => Probed.Value,
        "marks" => Marks($"{Variable} says so"),
        "namespaces" when Probed.Value.IsNamespace => Probed.Value,
        "namespaces" => throw new UsageException($"{Variable} asks for namespaces. {Probed.Value.Description}"),
        var other => throw new UsageException($"{Variable} is '{other}'; expected 'namespaces' or 'marks', or nothing for what the machine gives."),
    };

    public static Isolation Marks(string reason) => new([], $"Each build, function and task is held together by a mark in its environment, because {reason}.");
}
