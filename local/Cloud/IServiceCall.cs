using System.Text.Json.Nodes;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Cloud;

/// <summary>One call of one AWS service, as a Task state makes it.</summary>
internal interface IServiceCall
{
    /// <summary>The resource without its pattern suffix, e.g. <c>arn:aws:states:::aws-sdk:lambda:updateAlias</c>.</summary>
    string Resource { get; }

    /// <summary>See <see cref="ITaskServices.CallAsync"/>.</summary>
    Task<JsonNode?> CallAsync(TaskCall call, CancellationToken cancellationToken);
}
