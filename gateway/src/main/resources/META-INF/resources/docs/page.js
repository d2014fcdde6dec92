// validatorUrl: the page must not tell another host about this one.
SwaggerUIBundle({
  url: "/openapi.json",
  dom_id: "#description",
  deepLinking: true,
  docExpansion: "none",
  validatorUrl: null,
});
