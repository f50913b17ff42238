namespace Sluice.Builds.Sandboxes;

/// <summary>A command that is run in a sandbox, as the table remembers it.</summary>
internal sealed record SandboxCommand
{
    public required string Id { get; init; }

    /// <summary>Its place among the sandbox's commands, from 1, which run in this order.</summary>
    public required long Number { get; init; }

    public required string Command { get; init; }

    public required DateTimeOffset SubmittedAt { get; init; }

    /// <summary>When the sandbox's program was given it; null before.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Null before it has ended.</summary>
    public int? ExitCode { get; init; }

    /// <summary>The end of what it wrote to its standard output.</summary>
    public string? Output { get; init; }

    /// <summary>The end of what it wrote to its standard error.</summary>
    public string? Errors { get; init; }

    /// <summary>The program takes it up. It may ask again, if the answer was lost.</summary>
    public SandboxCommand Start(DateTimeOffset now) => StartedAt is null ? this with { StartedAt = now } : this;

    /// <summary>What the program told first stays.</summary>
    public SandboxCommand End(int exitCode, string? output, string? errors, DateTimeOffset now) =>
        EndedAt is null ? this with { StartedAt = StartedAt ?? now, EndedAt = now, ExitCode = exitCode, Output = output, Errors = errors } : this;
}
