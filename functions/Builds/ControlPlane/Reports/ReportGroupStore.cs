using Sluice.Platform.Api;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.ControlPlane.Reports;

/// <summary>Reads and writes report groups.</summary>
public sealed class ReportGroupStore(ITable table) : NamedStore<StoredReportGroup, string>(table)
{
    private const string Partition = "BUILDREPORTGROUPS";
    private readonly ResourceListing _listing = new(table, Partition, InvalidInput.Code);

    /// <inheritdoc/>
    protected override string IdMember => "groupId";

    /// <summary>A page of names.</summary>
    internal Task<(IReadOnlyList<string> Names, string? NextToken)> ListAsync(ResourceOrder order, bool descending, string? token, int? most, CancellationToken cancellationToken) =>
        _listing.ListAsync(order, descending, token, most, cancellationToken);

    /// <summary>The first hundred names that begin so.</summary>
    internal async Task<IReadOnlyList<string>> NamesAsync(string prefix, CancellationToken cancellationToken) =>
        [.. (await Table.QueryAsync(new Query(Partition, prefix), cancellationToken)).Items.Select(item => item.Key.Sk)];

    /// <summary>Fails a transaction if the group was deleted and is another now, or none.</summary>
    internal CheckItem Still(StoredReportGroup group) => new(NameKey(group.Name), Condition.Equal(IdMember, group.GroupId));

    /// <inheritdoc/>
    protected override string IdOf(StoredReportGroup record) => record.GroupId;

    /// <inheritdoc/>
    protected override string NameOf(StoredReportGroup record) => record.Name;

    /// <inheritdoc/>
    protected override Key RecordKey(string id) => new($"BUILDREPORTGROUP#{id}", "GROUP");

    /// <inheritdoc/>
    protected override Key NameKey(string name) => new(Partition, name);

    /// <inheritdoc/>
    protected override bool CanBe(string name) => ReportGroupRules.IsName(name);

    /// <inheritdoc/>
    protected override IEnumerable<GuardedWrite> Beside(StoredReportGroup? before, StoredReportGroup? after) => _listing.Beside(before?.Listed, after?.Listed);

    /// <inheritdoc/>
    protected override string What(string name) => $"The report group {name}";

    /// <inheritdoc/>
    protected override Exception DoesNotExist(string name) => new ApiException(InvalidInput.NotFound, $"There is no report group named '{name}'.");

    /// <inheritdoc/>
    protected override Exception AlreadyExists(string name) => new ApiException(InvalidInput.Exists, $"There is a report group named '{name}' already.");
}
