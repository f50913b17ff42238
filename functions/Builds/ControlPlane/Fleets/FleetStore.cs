using System.Text.RegularExpressions;
using Sluice.Platform.Accounts;
using Sluice.Platform.Api;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.ControlPlane.Fleets;

/// <summary>Reads and writes fleets.</summary>
public sealed partial class FleetStore(ITable table, SuiteAccount account) : NamedStore<StoredFleet, string>(table)
{
    private const string Partition = "BUILDFLEETS";
    private readonly ResourceListing _listing = new(table, Partition, InvalidInput.Code);

    /// <inheritdoc/>
    protected override string IdMember => "fleetId";

    /// <summary>The fleet by its name or its ARN; null if there is none, or another one has the name now.</summary>
    internal async Task<StoredFleet?> FindByNameOrArnAsync(string nameOrArn, CancellationToken cancellationToken) => BuildArns.Fleets.Find(nameOrArn, account) is not { } named
        ? await FindAsync(nameOrArn, cancellationToken)
        : await FindAsync(NameIn(named), cancellationToken) is { } fleet && (named == fleet.Name || named == $"{fleet.Name}:{fleet.FleetId}") ? fleet : null;

    /// <summary>The fleet that an ARN names.</summary>
    /// <exception cref="ApiException">It is no ARN of a fleet, or there is none.</exception>
    internal async Task<StoredFleet> GetByArnAsync(string arn, CancellationToken cancellationToken)
    {
        var name = BuildArns.Fleets.Required(arn, account);
        return await FindByNameOrArnAsync(arn, cancellationToken) ?? throw DoesNotExist(NameIn(name));
    }

    /// <summary>A page of fleets' ARNs.</summary>
    internal async Task<(IReadOnlyList<string> Arns, string? NextToken)> ListAsync(ResourceOrder order, bool descending, string? token, int? most, CancellationToken cancellationToken)
    {
        var (names, next) = await _listing.ListAsync(order, descending, token, most, cancellationToken);
        var (found, _) = await Batches.ReadAsync(names, name => FindAsync(name, cancellationToken));
        return ([.. found.Select(fleet => fleet.ArnOf(account))], next);
    }

    /// <inheritdoc/>
    protected override string IdOf(StoredFleet record) => record.FleetId;

    /// <inheritdoc/>
    protected override string NameOf(StoredFleet record) => record.Name;

    /// <inheritdoc/>
    protected override Key RecordKey(string id) => new($"BUILDFLEET#{id}", "FLEET");

    /// <inheritdoc/>
    protected override Key NameKey(string name) => new(Partition, name);

    /// <inheritdoc/>
    protected override bool CanBe(string name) => Names().IsMatch(name);

    /// <inheritdoc/>
    protected override IEnumerable<GuardedWrite> Beside(StoredFleet? before, StoredFleet? after) => _listing.Beside(before?.Listed, after?.Listed);

    /// <inheritdoc/>
    protected override string What(string name) => $"The fleet {name}";

    /// <inheritdoc/>
    protected override Exception DoesNotExist(string name) => new ApiException(InvalidInput.NotFound, $"There is no fleet named '{name}', or not with this id.");

    /// <inheritdoc/>
    protected override Exception AlreadyExists(string name) => new ApiException(InvalidInput.Exists, $"There is a fleet named '{name}' already.");

    private static string NameIn(string named) => named.Split(':')[0];

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9_-]{1,127}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Names();
}
