using System.Text.Json.Nodes;
using Sluice.Platform.Api;

namespace Sluice.Builds.ControlPlane.Projects;

/// <summary>Reads and writes projects.</summary>
public sealed class ProjectStore(ITable table) : NamedStore<StoredProject, string>(table)
{
    private const string Partition = "BUILDPROJECTS";
    private const int AliasLength = 32;
    private readonly ResourceListing _listing = new(table, Partition, InvalidInput.Code);

    /// <inheritdoc/>
    protected override string IdMember => "projectId";

    /// <summary>A page of names.</summary>
    internal Task<(IReadOnlyList<string> Names, string? NextToken)> ListAsync(ResourceOrder order, bool descending, string? token, CancellationToken cancellationToken) =>
        _listing.ListAsync(order, descending, token, cancellationToken: cancellationToken);

    /// <summary>The project that has this alias; null if there is none.</summary>
    internal async Task<StoredProject?> FindByAliasAsync(string alias, CancellationToken cancellationToken) =>
        alias.Length == AliasLength && alias.All(char.IsAsciiHexDigitLower) && await Table.GetAsync(AliasKey(alias), cancellationToken) is { } item
            ? await FindByIdAsync(item.Attributes[IdMember]!.GetValue<string>(), cancellationToken)
            : null;

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
    protected override IEnumerable<GuardedWrite> Beside(StoredProject? before, StoredProject? after) => [.. _listing.Beside(before?.Listed, after?.Listed), .. Alias(before, after)];

    /// <summary>It stays as long as the project, so that only a creation and a deletion write it.</summary>
    private IEnumerable<GuardedWrite> Alias(StoredProject? before, StoredProject? after) => (before, after) switch
    {
        (null, { } made) => [new PutItem(AliasKey(made.PublicAlias), new JsonObject { [IdMember] = made.ProjectId })],
        ({ } gone, null) => [new DeleteItem(AliasKey(gone.PublicAlias))],
        _ => [],
    };

    private static Key AliasKey(string alias) => new($"BUILDALIAS#{alias}", "PROJECT");

    /// <inheritdoc/>
    protected override string What(string name) => $"The project {name}";

    /// <inheritdoc/>
    protected override Exception DoesNotExist(string name) => ProjectErrors.DoesNotExist(name);

    /// <inheritdoc/>
    protected override Exception AlreadyExists(string name) => ProjectErrors.AlreadyExists(name);
}
