using System.Net;
using System.Text.RegularExpressions;
using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.ControlPlane.Webhooks;

/// <summary>What webhooks must keep to.</summary>
internal static partial class WebhookRules
{
    /// <exception cref="ApiException">What is wrong with it.</exception>
    public static void Check(WebhookDefinition webhook, ActionDeclaration target)
    {
        CheckAuthentication(webhook);
        var faults = webhook.Filters.Select((filter, place) => Fault(filter, place, target)).OfType<string>().ToList();
        if (webhook.Filters.Count == 0 || faults.Count > 0)
        {
            throw new ApiException("InvalidWebhookFilterPatternException", webhook.Filters.Count == 0 ? "The filters: 1 to 5 were expected." : $"The filters cannot be taken: {string.Join("; ", faults)}.");
        }
    }

    /// <summary>What a value must be, with the action's configuration filled in.</summary>
    public static string Expected(string matchEquals, ActionDeclaration target) => Placeholder().Replace(matchEquals, match => target.Configuration?.GetValueOrDefault(match.Groups["key"].Value) ?? match.Value);

    private static void CheckAuthentication(WebhookDefinition webhook)
    {
        var (secret, range) = (webhook.AuthenticationConfiguration.SecretToken, webhook.AuthenticationConfiguration.AllowedIPRange);
        var fault = webhook.Authentication switch
        {
            WebhookAuthenticationType.GITHUB_HMAC => secret is null ? "GITHUB_HMAC needs a SecretToken" : range is not null ? "GITHUB_HMAC takes no AllowedIPRange" : null,
            WebhookAuthenticationType.IP => range is null || !IPNetwork.TryParse(range, out _) ? $"IP needs an AllowedIPRange such as 192.0.2.0/24, not '{range}'" : secret is not null ? "IP takes no SecretToken" : null,
            _ => secret is not null || range is not null ? "UNAUTHENTICATED takes neither SecretToken nor AllowedIPRange" : null,
        };
        if (fault is not null)
        {
            throw new ApiException("InvalidWebhookAuthenticationParametersException", $"The authenticationConfiguration: {fault}.");
        }
    }

    private static string? Fault(WebhookFilterRule filter, int place, ActionDeclaration target)
    {
        if (JsonPath.Read(filter.JsonPath) is null)
        {
            return $"filters[{place}].jsonPath: a path such as $.ref or $.commits[0].id was expected, not '{filter.JsonPath}'";
        }

        var unknown = Placeholder().Matches(filter.MatchEquals ?? "").Select(match => match.Groups["key"].Value).Where(name => target.Configuration?.ContainsKey(name) != true).ToList();
        return unknown.Count == 0 ? null
            : $"filters[{place}].matchEquals: the action '{target.Name}' has no {string.Join(", ", unknown)} in its configuration, but {string.Join(", ", target.Configuration?.Keys ?? [])}";
    }

    [GeneratedRegex(@"\{(?<key>[^{}]+)\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();
}
