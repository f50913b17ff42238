using Sluice.Local.Cloud.Models;
using Sluice.Local.Cloud.Parameters.Calls;
using Sluice.Platform.Access;
using Sluice.Platform.Ids;
using Sluice.Platform.Tables;

namespace Sluice.Local.Cloud.Parameters;

/// <summary>Systems Manager's Parameter Store on this machine, put together.</summary>
internal sealed class ParametersService
{
    public ParametersService(ITable table, ISecretBox box, CloudIdentity identity, TimeProvider time, IIds ids)
    {
        var store = new ParameterStore(table, box, identity);
        var found = new FoundParameter(store, identity);
        IServiceCall[] calls =
        [
            new PutParameter(store, identity, time, ids),
            new GetParameter(found),
            new GetParameters(found),
            new GetParametersByPath(store, found),
            new GetParameterHistory(store, identity),
            new DescribeParameters(store, identity),
            new DeleteParameter(store),
            new DeleteParameters(store),
            new LabelParameterVersion(store),
            new UnlabelParameterVersion(store),
            new AddTagsToResource(store),
            new RemoveTagsFromResource(store),
            new ListTagsForResource(store),
        ];
        Calls = [.. CloudModel.Of("ssm").Checking(calls, faults => ParameterErrors.Validation(ModelRefusal.Text(faults)))];
    }

    public IReadOnlyList<IServiceCall> Calls { get; }
}
