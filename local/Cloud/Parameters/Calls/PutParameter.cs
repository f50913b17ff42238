using System.Text.Json.Nodes;
using Sluice.Platform.Api;
using Sluice.Platform.Ids;

namespace Sluice.Local.Cloud.Parameters.Calls;

/// <summary>Puts a parameter, or a new version of one.</summary>
internal sealed class PutParameter(ParameterStore store, CloudIdentity identity, TimeProvider time, IIds ids) : ParameterCall<PutParameterInput>("putParameter")
{
    protected override async Task<JsonObject> AnswerAsync(PutParameterInput input, CancellationToken cancellationToken)
    {
        Check(input);
        var put = await store.PutAsync(input.Name, before => Next(input, before), cancellationToken);
        return new JsonObject { ["Version"] = put.Current.Number, ["Tier"] = put.Current.Tier };
    }

    private Parameter Next(PutParameterInput input, Parameter? before)
    {
        if (before is not null && input.Overwrite != true)
        {
            throw ParameterErrors.Exists();
        }

        var version = NewVersion.Of(input, before, time.GetUtcNow());
        return before is null
            ? new Parameter(ids.Uuid(), input.Name, version) { Tags = TagRules.With([], input.Tags ?? []) }
            : before with { Current = version, Labels = before.Labels.Where(label => label.Value > version.Number - ParameterStore.MostVersions).ToDictionary(StringComparer.Ordinal) };
    }

    private void Check(PutParameterInput input)
    {
        var faults = ParameterNames.Faults(input.Name, identity);
        faults.Require(
            input.Overwrite != true || input.Tags is null or [], "ValidationException",
            "Invalid request: tags and overwrite can't be used together. To create a parameter with tags, please remove overwrite flag. To update tags for an existing parameter, please use AddTagsToResource or RemoveTagsFromResource.");
        faults.Require(input.KeyId is null or "alias/aws/ssm", "InvalidKeyIdException", $"There is no KMS on this machine: secrets are sealed with its own key, alias/aws/ssm, not '{input.KeyId}'.");
        faults.Require(string.IsNullOrEmpty(input.Policies), "InvalidPolicyTypeException", "Parameter policies are not served on this machine.");
        faults.Require(input.DataType is null or "text", "ValidationException", $"The data type {input.DataType} is not served on this machine; text is.");
        faults.Add("ValidationException", TagRules.Faults(input.Tags ?? []));
        faults.Add("TooManyTagsError", TagRules.CountFaults(input.Tags ?? []));
        faults.Throw();
    }
}
