using Sluice.World.Refusals;
using static Sluice.Pipelines.Tests.Refusals.Refused;

namespace Sluice.Pipelines.Tests.Refusals;

internal static class WebhookRefusals
{
    private const string Operation = "PutWebhook";

    public static IReadOnlyList<Refusal> All { get; } =
    [
        Webhook(Validation, "'webhook.name' failed to satisfy constraint", "'name':'a b'"),
        Webhook(Validation, "no source action 'Compile'", "'targetAction':'Compile'"),
        Webhook("PipelineNotFoundException", "no pipeline 'nothing'", "'targetPipeline':'nothing'"),
        Webhook("InvalidWebhookFilterPatternException", "filters[0].jsonPath", "'filters':[{'jsonPath':'ref'}]"),
        Webhook("InvalidWebhookAuthenticationParametersException", "needs a SecretToken", "'authentication':'GITHUB_HMAC'"),
        Webhook("ConcurrentModificationException", "changed by others", "'name':'raced'"),
        new(Operation, "InvalidTagsException", "{'tags':[{'key':'aws:a','value':''}]}", "begins with 'aws:'"),
        new(Operation, "TooManyTagsException", $"{{'tags':[{Many.Of(51, "{{'key':'k{0}','value':''}}")}]}}", "at most 50, not 51"),
        Constraint("DeleteWebhook", "name"),
        Constraint("RegisterWebhookWithThirdParty", "webhookName"),
        new("RegisterWebhookWithThirdParty", Validation, "{'webhookName':'hooked'}", "has nothing that signs in at a host"),
        new("RegisterWebhookWithThirdParty", "WebhookNotFoundException", "{'webhookName':'nothing'}", "no webhook 'nothing'"),
        Constraint("DeregisterWebhookWithThirdParty", "webhookName"),
        new("DeregisterWebhookWithThirdParty", "WebhookNotFoundException", "{'webhookName':'nothing'}", "no webhook 'nothing'"),
        Constraint("ListWebhooks", "MaxResults", "0"),
        new("ListWebhooks", "InvalidNextTokenException", "{'NextToken':'x'}", "not given out for this listing"),
    ];

    private static Refusal Webhook(string error, string says, string edit)
    {
        var webhook = GoodInputs.All.Of(Operation)["webhook"]!.AsObject();
        foreach (var (member, value) in SingleQuoted.Json($"{{{edit}}}"))
        {
            webhook[member] = value?.DeepClone();
        }

        return new Refusal(Operation, error, $"{{'webhook':{webhook.ToJsonString().Replace('"', '\'')}}}", says);
    }
}
