using Sluice.Platform.Api;

namespace Sluice.Builds.ControlPlane.Projects;

/// <summary>Reads and writes projects.</summary>
public sealed class ProjectStore(ITable table) : NamedStore<StoredProject, string>(table)
{
    private const string Partition = "BUILDPROJECTS";
    private readonly ResourceListing _listing = new(table, Partition, InvalidInput.Code);

    /// <inheritdoc/>
    protected override string IdMember => "projectId";

    /// <summary>A page of names.</summary>
    internal Task<(IReadOnlyList<string> Names, string? NextToken)> ListAsync(ResourceOrder order, bool descending, string? token, CancellationToken cancellationToken) =>
        _listing.ListAsync(order, descending, token, cancellationToken: cancellationToken);

    /// <inheritdoc/>
    protected override string IdOf(StoredProject record) => record.ProjectId;

    /// <inheritdoc/>
    protected override string NameOf(StoredProject record) => record.Name;

    /// <inheritdoc/>
    protected override Key RecordKey(string id) => new($"BUILDPROJECT#{id}", "PROJECT");

    /// <inheritdoc/>
    protected override Key NameKey(string name) => new(Partition, name);

    /// <inheritdoc/>
    protected override bool CanBe(string name) => ProjectNames.IsName(name);

    /// <inheritdoc/>
    protected override IEnumerable<GuardedWrite> Beside(StoredProject? before, StoredProject? after) => _listing.Beside(before?.Listed, after?.Listed);

    /// <inheritdoc/>
    protected override string What(string name) => $"The project {name}";

    /// <inheritdoc/>
    protected override Exception DoesNotExist(string name) => ProjectErrors.DoesNotExist(name);

    /// <inheritdoc/>
    protected override Exception AlreadyExists(string name) => ProjectErrors.AlreadyExists(name);
}
