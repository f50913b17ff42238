using System.Text.Json.Nodes;
using Sluice.Platform.Api;

namespace Sluice.Local.Cloud.Parameters.Calls;

/// <summary>Adds tags to a parameter, or changes them.</summary>
internal sealed class AddTagsToResource(ParameterStore store) : ParameterCall<AddTagsToResource.Input>("addTagsToResource")
{
    protected override async Task<JsonObject> AnswerAsync(Input input, CancellationToken cancellationToken)
    {
        ParameterTags.Check(input.ResourceType);
        var faults = new RequestFaults();
        faults.Add("ValidationException", TagRules.Faults(input.Tags));
        faults.Throw();
        await ParameterTags.OfAsync(input.ResourceId, id => store.ChangeAsync(id, parameter => With(parameter, input.Tags), cancellationToken));
        return [];
    }

    private static Parameter With(Parameter parameter, IReadOnlyList<ResourceTag> added)
    {
        var tags = TagRules.With(parameter.Tags, added);
        return TagRules.CountFaults(tags) is [var tooMany, ..] ? throw ParameterErrors.Is("TooManyTagsError", tooMany) : parameter with { Tags = tags };
    }

    /// <summary>Parameter Store's AddTagsToResourceRequest.</summary>
    internal sealed record Input(string ResourceType, string ResourceId, IReadOnlyList<ResourceTag> Tags);
}
