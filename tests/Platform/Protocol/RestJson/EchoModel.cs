using System.Text.Json.Nodes;
using Sluice.Platform.Protocol;
using Sluice.Platform.Protocol.Models;
using Sluice.Platform.Protocol.RestJson;

namespace Sluice.Platform.Tests.Protocol.RestJson;

/// <summary>A service with a member in every place that REST-JSON has.</summary>
internal static class EchoModel
{
    public static ServiceModel Service { get; } = ServiceModels.Read("echo", JsonNode.Parse(
        """
        {
          "metadata": { "endpointPrefix": "echo", "protocol": "rest-json" },
          "operations": {
            "GetAny": { "http": { "method": "GET", "requestUri": "/things/{name}" } },
            "GetDeep": { "http": { "method": "GET", "requestUri": "/things/{path+}" } },
            "GetMine": { "http": { "method": "GET", "requestUri": "/things/mine" } },
            "GetTags": { "http": { "method": "GET", "requestUri": "/things/{name}?tags" } },
            "PutThing": {
              "http": { "method": "PUT", "requestUri": "/things/{name}/{path+}?x-id=PutThing", "responseCode": 201 },
              "input": { "shape": "Thing" }, "output": { "shape": "Thing" }
            },
            "PutBlob": { "http": { "method": "PUT", "requestUri": "/blob" }, "input": { "shape": "BlobThing" }, "output": { "shape": "BlobThing" } },
            "PutText": { "http": { "method": "PUT", "requestUri": "/text" }, "input": { "shape": "TextThing" }, "output": { "shape": "TextThing" } },
            "PutDocument": { "http": { "method": "PUT", "requestUri": "/document" }, "input": { "shape": "DocumentThing" }, "output": { "shape": "DocumentThing" } },
            "Delete": { "http": { "method": "DELETE", "requestUri": "/document", "responseCode": 204 }, "output": { "shape": "Small" } }
          },
          "shapes": {
            "Thing": {
              "type": "structure",
              "members": {
                "name": { "shape": "Text", "location": "uri", "locationName": "name" },
                "path": { "shape": "Text", "location": "uri", "locationName": "path" },
                "flag": { "shape": "Flag", "location": "querystring", "locationName": "is-flag" },
                "count": { "shape": "Count", "location": "querystring" },
                "large": { "shape": "Large", "location": "querystring" },
                "ratio": { "shape": "Ratio", "location": "querystring" },
                "moment": { "shape": "Moment", "location": "querystring" },
                "second": { "shape": "Moment", "location": "querystring", "timestampFormat": "unixTimestamp" },
                "texts": { "shape": "Texts", "location": "querystring", "locationName": "text" },
                "counts": { "shape": "Counts", "location": "querystring" },
                "others": { "shape": "TextMap", "location": "querystring" },
                "headerText": { "shape": "Text", "location": "header", "locationName": "X-Text" },
                "headerFlag": { "shape": "Flag", "location": "header", "locationName": "X-Flag" },
                "headerCount": { "shape": "Count", "location": "header", "locationName": "X-Count" },
                "headerMoment": { "shape": "Moment", "location": "header", "locationName": "X-Moment" },
                "headerIso": { "shape": "IsoMoment", "location": "header", "locationName": "X-Iso" },
                "headerTexts": { "shape": "Texts", "location": "header", "locationName": "X-Texts" },
                "headerMoments": { "shape": "Moments", "location": "header", "locationName": "X-Moments" },
                "meta": { "shape": "TextMap", "location": "headers", "locationName": "X-Meta-" },
                "status": { "shape": "Count", "location": "statusCode" },
                "bodyText": { "shape": "Text" },
                "bodyMoment": { "shape": "Moment" },
                "bodyBlob": { "shape": "Bytes" },
                "bodySmall": { "shape": "Small" }
              }
            },
            "BlobThing": { "type": "structure", "payload": "content", "members": { "content": { "shape": "Bytes" }, "kind": { "shape": "Text", "location": "header", "locationName": "Content-Type" } } },
            "TextThing": { "type": "structure", "payload": "content", "members": { "content": { "shape": "Text" } } },
            "DocumentThing": { "type": "structure", "payload": "content", "members": { "content": { "shape": "Small" } } },
            "Small": { "type": "structure", "members": { "at": { "shape": "Moment" }, "text": { "shape": "Text" } } },
            "Text": { "type": "string" }, "Flag": { "type": "boolean" }, "Count": { "type": "integer" }, "Large": { "type": "long" }, "Ratio": { "type": "double" },
            "Moment": { "type": "timestamp" }, "IsoMoment": { "type": "timestamp", "timestampFormat": "iso8601" }, "Bytes": { "type": "blob" },
            "Texts": { "type": "list", "member": { "shape": "Text" } }, "Counts": { "type": "list", "member": { "shape": "Count" } }, "Moments": { "type": "list", "member": { "shape": "Moment" } },
            "TextMap": { "type": "map", "key": { "shape": "Text" }, "value": { "shape": "Text" } }
          }
        }
        """)!.AsObject());

    public static RestRoutes Routes { get; } = new(Service);

    public static ApiRequest Request(string method, string uri, IEnumerable<KeyValuePair<string, string>>? headers = null, byte[]? body = null)
    {
        var mark = uri.IndexOf('?', StringComparison.Ordinal);
        return new ApiRequest(method, mark < 0 ? uri : uri[..mark], mark < 0 ? "" : uri[(mark + 1)..], [.. headers ?? []], body);
    }
}
