using System.Text;
using Sluice.Platform.Actions;
using Sluice.Platform.Objects;

namespace Sluice.Pipelines.Providers.CloudFormation;

/// <summary>Reads what an action says of a stack: the template, the template configuration and the parameters that override it.</summary>
internal sealed class StackDocuments(ActionArtifacts artifacts, StackParameters parameters, IObjectStore objects)
{
    /// <summary>What CloudFormation takes in a call; more is put where it can fetch it.</summary>
    public const int LongestBody = 51_200;

    /// <summary>What CloudFormation takes at all.</summary>
    private const int LongestTemplate = 1_000_000;

    private const int LongestConfiguration = 1 << 20;

    /// <summary>Safe to repeat: a long template is put at the same place again.</summary>
    /// <exception cref="ArtifactException">A file or a value is not what it must be.</exception>
    public async Task<StackInputs> ReadAsync(ActionRequest request, CancellationToken cancellationToken)
    {
        var template = await TemplateAsync(request, cancellationToken);
        var configuration = await ConfigurationAsync(request, cancellationToken);
        var overrides = await parameters.ReadAsync(request, cancellationToken);
        var values = configuration.Parameters.Where(pair => !overrides.ContainsKey(pair.Key)).Concat(overrides);
        return new StackInputs(template, StackTexts.List(values, "ParameterKey", "ParameterValue"), configuration.Tags, configuration.StackPolicy);
    }

    private async Task<KeyValuePair<string, string>> TemplateAsync(ActionRequest request, CancellationToken cancellationToken)
    {
        var content = await FileAsync(request, "TemplatePath", LongestTemplate, cancellationToken);
        if (content.Length <= LongestBody)
        {
            return new("TemplateBody", Encoding.UTF8.GetString(content));
        }

        var at = ArtifactKeys.Template((await artifacts.StoreAsync(request, cancellationToken)).Location, request);
        using var copy = new MemoryStream(content);
        await objects.PutAsync(at, copy, cancellationToken);
        return new("TemplateURL", parameters.Url(at));
    }

    private async Task<StackConfiguration> ConfigurationAsync(ActionRequest request, CancellationToken cancellationToken) =>
        request.Configuration.TryGetValue("TemplateConfiguration", out var file) && file.Length > 0
            ? StackConfiguration.Read(await FileAsync(request, "TemplateConfiguration", LongestConfiguration, cancellationToken), file)
            : StackConfiguration.None;

    private Task<byte[]> FileAsync(ActionRequest request, string key, int most, CancellationToken cancellationToken)
    {
        var place = request.Configuration.GetValueOrDefault(key, "");
        return place.Split("::", 2) is [{ Length: > 0 } artifact, { Length: > 0 } path]
            ? artifacts.ReadFileAsync(request, artifact, path, most, cancellationToken)
            : throw new ArtifactException($"{key} is '{place}': ARTIFACT::PATH was expected.");
    }
}
