namespace Sluice.Deployments.Runs;

/// <summary>What is to be stored and answered. Nothing is stored if the record is the one that was decided on.</summary>
internal sealed record Decision<T>(Deployment Record, T Answer)
{
    /// <summary>Told in the same transaction.</summary>
    public IReadOnlyList<DeploymentEvent> Events { get; init; } = [];

    /// <summary>Written in the same transaction.</summary>
    public IReadOnlyList<TableWrite> Also { get; init; } = [];

    /// <summary>Another deployment that is made by this one: a rollback is recorded as a deployment of its own. Written in the same transaction.</summary>
    public Decision<bool>? Beside { get; init; }

    /// <summary>Thrown when the rest is stored.</summary>
    public Exception? Throw { get; init; }

    public static Decision<T> Refuse(Deployment record, Exception why) => new(record, default!) { Throw = why };
}
