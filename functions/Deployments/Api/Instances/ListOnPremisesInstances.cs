using Sluice.Deployments.ControlPlane.Groups.Rules;
using Sluice.Deployments.ControlPlane.Instances;
using Sluice.Platform.Protocol;

namespace Sluice.Deployments.Api.Instances;

/// <summary>Lists the names of on-premises instances, in their order: those of a registration status, and with a tag that one of the filters takes.</summary>
public sealed class ListOnPremisesInstances(InstanceStore instances) : IOperation<ListOnPremisesInstancesInput, ListOnPremisesInstancesOutput>
{
    /// <inheritdoc/>
    public async Task<ListOnPremisesInstancesOutput> RunAsync(ListOnPremisesInstancesInput input, OperationContext context, CancellationToken cancellationToken)
    {
        InstanceRules.CheckFilters(input.TagFilters ?? []).Throw();
        for (var token = input.NextToken; ;)
        {
            // Answers end where pages of the table end, so that the table's token is the answer's.
            var (page, next) = await instances.ListAsync(token, cancellationToken);
            var names = page.Where(instance => Takes(input, instance)).Select(instance => instance.InstanceName).ToList();
            if (names.Count > 0 || next is null)
            {
                return new ListOnPremisesInstancesOutput { InstanceNames = names, NextToken = next };
            }

            token = next;
        }
    }

    private static bool Takes(ListOnPremisesInstancesInput input, OnPremisesInstance instance) =>
        input.RegistrationStatus switch
        {
            RegistrationStatus.Registered => instance.DeregisterTime is null,
            RegistrationStatus.Deregistered => instance.DeregisterTime is not null,
            _ => true,
        }
        && (input.TagFilters is not { Count: > 0 } filters
            || filters.Any(filter => instance.Tags.Any(tag => TagFilterRules.Takes(filter, tag.Key ?? "", tag.Value ?? ""))));
}
