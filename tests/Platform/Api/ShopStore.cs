using Sluice.Platform.Api;
using Sluice.Platform.Protocol;
using Sluice.Platform.Runs;
using Sluice.Platform.Tables;

namespace Sluice.Platform.Tests.Api;

internal sealed class ShopStore(ITable table) : NamedStore<Shop, string>(table)
{
    /// <summary>Called between the two reads of a name, as somebody else would be faster.</summary>
    public Func<Task>? Meanwhile { get; set; }

    protected override string IdOf(Shop record) => record.Id;

    protected override string NameOf(Shop record) => record.Name;

    protected override Key RecordKey(string id)
    {
        var meanwhile = Meanwhile;
        Meanwhile = null;
        meanwhile?.Invoke().GetAwaiter().GetResult();
        return new Key($"SHOP#{id}", "SHOP");
    }

    protected override Key NameKey(string name) => new("SHOPS", name);

    protected override IEnumerable<GuardedWrite> Beside(Shop? before, Shop? after) => after is { Shelves: > 9 }
        ? [new GuardedWrite(new CheckItem(new Key("LICENCE", after.Id), Condition.Exists), new ApiException("NoLicence", "A large shop has a licence."))]
        : [];

    protected override Exception DoesNotExist(string name) => new ApiException("ShopDoesNotExist", name);

    protected override Exception AlreadyExists(string name) => new ApiException("ShopAlreadyExists", name);
}
